import { operationMenu } from '../../../shared/operation-fields';
import * as createDraftEntries from './createDraftEntries';
import * as createReport from './createReport';
import * as getCampaignResults from './getCampaignResults';
import * as getExportRegister from './getExportRegister';
import * as getMargins from './getMargins';
import * as getMissingRates from './getMissingRates';
import * as getOpenItems from './getOpenItems';
import * as getRemittanceRegister from './getRemittanceRegister';
import * as recordAcquirerPayout from './recordAcquirerPayout';
import * as recordReceipts from './recordReceipts';
import * as recordShopFunds from './recordShopFunds';
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
				description:
					'Create two draft journal entries for each received payout: settled and received',
			},
			{
				name: 'Create Report',
				value: 'createReport',
				action: 'Create a settlement report',
				description: 'Create an HTML page with spreads over time, payouts, margins and open items',
			},
			{
				name: 'Get Campaign Results',
				value: 'getCampaignResults',
				action: 'Get campaign results',
				description: 'Get what each campaign sold and earned, by SKU and day',
			},
			{
				name: 'Get Export Register',
				value: 'getExportRegister',
				action: 'Get the export register',
				description:
					'Get one row for each order delivered abroad: invoice, shipment, documents, money and due days',
			},
			{
				name: 'Get Margins',
				value: 'getMargins',
				action: 'Get margins by SKU',
				description: 'Get the margin of each SKU in the reporting currency',
			},
			{
				name: 'Get Missing Exchange Rates',
				value: 'getMissingRates',
				action: 'Get missing exchange rates',
				description: 'Get currencies without a recent rate in Odoo',
			},
			{
				name: 'Get Open Items',
				value: 'getOpenItems',
				action: 'Get open items by age',
				description: 'Get orders that are paid but not settled, or settled but not received',
			},
			{
				name: 'Get Remittance Register',
				value: 'getRemittanceRegister',
				action: 'Get the remittance register',
				description: 'Get one row for each received payout, for export-compliance filings',
			},
			{
				name: 'Record Acquirer Payout',
				value: 'recordAcquirerPayout',
				action: 'Record an acquirer payout file',
				description:
					"Record the amounts of an acquirer's payout file for each order, and get its payouts",
			},
			{
				name: 'Record Receipts',
				value: 'recordReceipts',
				action: 'Record bank receipts',
				description:
					'Match WeChat payouts with bank receipts and allocate each receipt to its orders',
			},
			{
				name: 'Record Shop Funds',
				value: 'recordShopFunds',
				action: 'Record the funds of a shop',
				description: 'Record what a WeChat Shop received, refunded and paid in fees for each order',
			},
			{
				name: 'Record Statement',
				value: 'recordStatement',
				action: 'Record a global statement',
				description: 'Record the settled amount, fee and rate of each order',
			},
			{
				name: 'Write Exchange Rates',
				value: 'writeRates',
				action: 'Write exchange rates',
				description: "Write daily rates to Odoo's currency table",
			},
		],
		'recordStatement',
	),
	...createDraftEntries.description,
	...createReport.description,
	...getCampaignResults.description,
	...getExportRegister.description,
	...getMargins.description,
	...getMissingRates.description,
	...getOpenItems.description,
	...getRemittanceRegister.description,
	...recordAcquirerPayout.description,
	...recordReceipts.description,
	...recordShopFunds.description,
	...recordStatement.description,
	...writeRates.description,
];

export {
	createDraftEntries,
	createReport,
	getCampaignResults,
	getExportRegister,
	getMargins,
	getMissingRates,
	getOpenItems,
	getRemittanceRegister,
	recordAcquirerPayout,
	recordReceipts,
	recordShopFunds,
	recordStatement,
	writeRates,
};
