import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const OUTPUTS = {
	compareBill: [
		main('Missing Payments'),
		main('Missing Refunds'),
		main('Differences'),
		main('Report'),
	],
	createDraftEntries: [main('Entries')],
	createReport: [main('Report')],
	getMargins: [main('Margins'), main('Without Margin')],
	getOpenItems: [main('Open Items')],
	getOrdersToQuery: [main('Orders')],
	getRemittanceRegister: [main('Remittances')],
	recordReceipts: [main('Recorded'), main('Needs Review')],
	writeRates: [main('Rates')],
};
const RECORD_STATEMENT = [main('Recorded'), main('Not Recorded')];

/** The outputs of the chosen operation. */
export const outputsOf: ExpressionString = `={{ (${JSON.stringify(OUTPUTS)})[$parameter["operation"]] ?? ${JSON.stringify(RECORD_STATEMENT)} }}`;
