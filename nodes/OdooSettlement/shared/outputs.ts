import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs(
	{
		compareBill: ['Missing Payments', 'Missing Refunds', 'Differences', 'Report'],
		createDraftEntries: ['Entries'],
		createReport: ['Report'],
		getCampaignResults: ['Campaigns', 'Rows', 'Page'],
		getDaysToCompare: ['Days'],
		getExportRegister: ['Register', 'Without Order'],
		getMargins: ['Margins', 'Without Margin'],
		getMissingRates: ['Missing Rates'],
		getOpenItems: ['Open Items'],
		getOrdersToQuery: ['Orders'],
		getReport: ['Report'],
		getRemittanceRegister: ['Remittances'],
		recordAcquirerPayout: ['Recorded', 'Not Recorded', 'Payouts'],
		recordReceipts: ['Recorded', 'Needs Review'],
		recordShopFunds: ['Recorded'],
		writeRates: ['Rates'],
	},
	['Recorded', 'Not Recorded'],
);
