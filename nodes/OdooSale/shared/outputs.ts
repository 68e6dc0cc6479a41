import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const OUTPUTS = {
	cancel: [main('Cancelled')],
	check: [main('Steps')],
	create: [main('To-Do')],
	createReturn: [main('Returned')],
	getBacklog: [main('Backlog')],
	getWaitingDrafts: [main('Drafts')],
	getChanges: [main('Changed'), main('Cursor')],
	getMany: [main('Shipments')],
	holdStock: [main('Held'), main('Not Enough Stock')],
	recordRefund: [main('Recorded'), main('Needs Review')],
	releaseExpiredHolds: [main('Holds')],
	remove: [main('Steps')],
	run: [main('Steps')],
};
const RECORDING = [main('Reserved'), main('Short'), main('Needs Review')];

/** Each operation has outputs of its own. */
export const outputsOf: ExpressionString = `={{ (${JSON.stringify(OUTPUTS)})[$parameter["operation"]] ?? ${JSON.stringify(RECORDING)} }}`;
