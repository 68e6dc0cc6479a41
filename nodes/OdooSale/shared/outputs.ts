import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs(
	{
		cancel: ['Cancelled'],
		check: ['Checks'],
		create: ['To-Do'],
		createReturn: ['Returned'],
		getAnswers: ['Replies', 'Completions'],
		getBacklog: ['Backlog'],
		getWaitingDrafts: ['Drafts'],
		getOpen: ['Open'],
		getOpenRequests: ['Refund Requests'],
		getChanges: ['Changed', 'Cursor'],
		getMany: ['Shipments'],
		holdStock: ['Held', 'Not Enough Stock', 'Refused'],
		noteAnswer: ['Noted'],
		prepare: ['Ready', 'Nothing to Do', 'Needs Review'],
		record: ['Recorded'],
		recordRefund: ['Recorded', 'Needs Review'],
		releaseExpiredHolds: ['Holds'],
		remove: ['Steps'],
		run: ['Steps'],
		update: ['Updated', 'Needs Review'],
	},
	['Reserved', 'Short', 'Needs Review'],
);
