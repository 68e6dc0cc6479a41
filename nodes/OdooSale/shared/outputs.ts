import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs(
	{
		cancel: ['Cancelled'],
		check: ['Checks'],
		create: ['To-Do'],
		createReturn: ['Returned'],
		getBacklog: ['Backlog'],
		getWaitingDrafts: ['Drafts'],
		getChanges: ['Changed', 'Cursor'],
		getMany: ['Shipments'],
		holdStock: ['Held', 'Not Enough Stock'],
		recordRefund: ['Recorded', 'Needs Review'],
		releaseExpiredHolds: ['Holds'],
		remove: ['Steps'],
		run: ['Steps'],
	},
	['Reserved', 'Short', 'Needs Review'],
);
