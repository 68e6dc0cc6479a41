import type { ControlRoute } from './route';

/** What was delivered, and what was called. */
export const logRoutes: ControlRoute[] = [
	{
		method: 'GET',
		path: '/deliveries',
		handle: ({ query }, sandbox) => sandbox.deliveries(Object.fromEntries(query)),
	},
	{ method: 'GET', path: '/calls', handle: (_asked, sandbox) => sandbox.calls() },
];
