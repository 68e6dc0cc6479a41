import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const OUTPUTS = {
	cancel: [main('Cancelled')],
	check: [main('Pieces')],
	compareBill: [
		main('Missing Payments'),
		main('Missing Refunds'),
		main('Differences'),
		main('Report'),
	],
	create: [main('To-Do')],
	createReport: [main('Report')],
	createReturn: [main('Returned')],
	getBacklog: [main('Backlog')],
	draftEntries: [main('Drafted')],
	getMargins: [main('Margins'), main('Not Counted')],
	getOpenItems: [main('Open Items')],
	getOrdersToQuery: [main('Orders')],
	getRemittances: [main('Remittances')],
	getWaitingDrafts: [main('Drafts')],
	getChanges: [main('Changed'), main('Cursor')],
	getMany: [main('Shipments')],
	holdStock: [main('Held'), main('Not Enough Stock')],
	recordReceipts: [main('Recorded'), main('Needs Review')],
	recordRefund: [main('Recorded'), main('Needs Review')],
	recordStatement: [main('Recorded'), main('Not Recorded')],
	releaseExpiredHolds: [main('Holds')],
	remove: [main('Pieces')],
	run: [main('Pieces')],
	writeRates: [main('Rates')],
};
const RECORDING = [main('Reserved'), main('Short'), main('Needs Review')];

/** Each operation has outputs of its own. */
export const outputsOf: ExpressionString = `={{ (${JSON.stringify(OUTPUTS)})[$parameter["operation"]] ?? ${JSON.stringify(RECORDING)} }}`;
