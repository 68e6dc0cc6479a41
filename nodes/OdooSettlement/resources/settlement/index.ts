import { operationMenu } from '../../../shared/operation-menu';
import * as createDraftEntries from './createDraftEntries';
import * as createReport from './createReport';
import * as getMargins from './getMargins';
import * as getOpenItems from './getOpenItems';
import * as getRemittanceRegister from './getRemittanceRegister';
import * as recordReceipts from './recordReceipts';
import * as recordStatement from './recordStatement';
import * as writeRates from './writeRates';

export const description = [
	operationMenu(
		'settlement',
		[
			{
				name: 'Create Draft Entries',
				value: 'createDraftEntries',
				action: 'Create draft entries',
				description: 'Two draft entries for each payout that came in: settled, and received',
			},
			{
				name: 'Create Report',
				value: 'createReport',
				action: 'Create a report of the money',
				description: 'One page of HTML: spreads over time, payouts, margins, open items',
			},
			{
				name: 'Get Margins',
				value: 'getMargins',
				action: 'Get margins by SKU',
				description: 'What each SKU has earned in the reporting currency',
			},
			{
				name: 'Get Open Items',
				value: 'getOpenItems',
				action: 'Get open items by age',
				description: 'What was paid and not settled, or settled and not received',
			},
			{
				name: 'Get Remittance Register',
				value: 'getRemittanceRegister',
				action: 'Get the remittance register',
				description: 'One row for each payout that came in, for export-compliance filings',
			},
			{
				name: 'Record Receipts',
				value: 'recordReceipts',
				action: 'Record what came in at the bank',
				description: 'Match payouts of WeChat with receipts, and divide each among its orders',
			},
			{
				name: 'Record Statement',
				value: 'recordStatement',
				action: 'Record a global statement',
				description: 'LedgerEntry what was settled for each order, with its fee and rate',
			},
			{
				name: 'Write Exchange Rates',
				value: 'writeRates',
				action: 'Write exchange rates',
				description: "Bring daily rates into Odoo's currency table",
			},
		],
		'recordStatement',
	),
	...createDraftEntries.description,
	...createReport.description,
	...getMargins.description,
	...getOpenItems.description,
	...getRemittanceRegister.description,
	...recordReceipts.description,
	...recordStatement.description,
	...writeRates.description,
];

export {
	createDraftEntries,
	createReport,
	getMargins,
	getOpenItems,
	getRemittanceRegister,
	recordReceipts,
	recordStatement,
	writeRates,
};
