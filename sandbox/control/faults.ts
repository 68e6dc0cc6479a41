import type { Fault } from '../faults';
import type { ControlRoute } from './route';

const KINDS = ['rateLimit', 'error', 'slow', 'dropped'];

/** What goes wrong with calls to the API. */
export const faultRoutes: ControlRoute[] = [
	{
		method: 'POST',
		path: '/faults',
		handle: ({ body }, { faults }) => {
			const fault = JSON.parse(body) as Fault;
			if (!KINDS.includes(fault.kind)) throw new Error(`kind is one of ${KINDS.join(', ')}`);
			faults.add(fault);
			return fault;
		},
	},
	{
		method: 'DELETE',
		path: '/faults',
		handle: (_asked, { faults }) => {
			faults.clear();
			return [];
		},
	},
];
