import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs(
	{
		compareBill: ['Missing Payments', 'Missing Refunds', 'Differences', 'Report'],
		createDraftEntries: ['Entries'],
		createReport: ['Report'],
		getMargins: ['Margins', 'Without Margin'],
		getOpenItems: ['Open Items'],
		getOrdersToQuery: ['Orders'],
		getRemittanceRegister: ['Remittances'],
		recordReceipts: ['Recorded', 'Needs Review'],
		writeRates: ['Rates'],
	},
	['Recorded', 'Not Recorded'],
);
