import { FAULT_KINDS, type Fault } from '../server/faults';
import type { ControlRoute } from './route';

/** What goes wrong with calls to the API. */
export const faultRoutes: ControlRoute[] = [
	{
		method: 'POST',
		path: '/faults',
		handle: ({ body }, { faults }) => {
			const fault = JSON.parse(body) as Fault;
			if (!FAULT_KINDS.includes(fault.kind))
				throw new Error(`kind is one of ${FAULT_KINDS.join(', ')}`);
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
