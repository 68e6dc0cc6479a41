import type { ManualModel } from '../../odoo/schema/manual-model';

/**
 * The ledger: a record for each `LedgerEntry` of `lib/settlement/ledger-entry.ts`. Nobody has the right to change or
 * delete one, administrators included: another entry corrects it.
 */
export const LEDGER_MODEL: ManualModel = {
	model: 'x_wechat_settlement',
	name: 'WeChat Settlement Entries',
	purpose: 'Records what was paid, settled and received for each order, permanently.',
	fields: [
		{ name: 'x_name', label: 'Entry', type: 'char', required: true },
		{
			name: 'x_order_id',
			label: 'Sale Order',
			type: 'many2one',
			relation: 'sale.order',
			required: true,
			index: true,
		},
		{
			name: 'x_leg',
			label: 'Leg',
			help: 'Paid by the buyer, settled by WeChat or the acquirer with its fee, paid out by the acquirer, received by the bank with its charge.',
			type: 'selection',
			choices: [
				['paid', 'Paid'],
				['settled', 'Settled'],
				['fee', 'Fee of WeChat'],
				['paid_out', 'Paid Out by the Acquirer'],
				['received', 'Received'],
				['bank_charge', 'Bank Charge'],
			],
			required: true,
		},
		{
			name: 'x_currency_id',
			label: 'Currency',
			type: 'many2one',
			relation: 'res.currency',
			required: true,
		},
		{
			name: 'x_amount',
			label: 'Amount',
			help: "From the shop's side: refunds, fees and charges are negative.",
			type: 'monetary',
			currencyField: 'x_currency_id',
		},
		{
			name: 'x_rate',
			label: 'Rate',
			help: "From the amounts of the document: units of this currency for one of the previous leg's.",
			type: 'char',
		},
		{ name: 'x_date', label: 'Date', type: 'date', required: true, index: true },
		{ name: 'x_source', label: 'Source', type: 'char', required: true },
		{
			name: 'x_document',
			label: 'Document Hash',
			help: 'SHA-1 of the statement, or SHA-256 of the receipt, that it was read from.',
			type: 'char',
			required: true,
		},
		{
			name: 'x_payout',
			label: 'Payout',
			help: 'Number of the settlement batch.',
			type: 'char',
			index: true,
		},
		{
			name: 'x_transaction_id',
			label: 'WeChat Transaction',
			type: 'char',
			required: true,
			index: true,
		},
		{ name: 'x_mchid', label: 'WeChat Merchant ID', type: 'char', required: true },
		{
			name: 'x_key',
			label: 'Key',
			help: 'The same row of the same kind of document has the same key; corrections share it.',
			type: 'char',
			required: true,
			index: true,
		},
	],
	list: {
		columns: [
			'x_date',
			'x_order_id',
			'x_leg',
			'x_amount',
			'x_currency_id',
			'x_rate',
			'x_source',
			'x_payout',
			'x_transaction_id',
			'x_document',
		],
		order: 'x_date desc, id desc',
	},
	search: {
		fields: ['x_order_id', 'x_transaction_id', 'x_payout', 'x_source'],
		groupBy: ['x_leg', 'x_currency_id', 'x_date', 'x_payout', 'x_order_id'],
	},
	access: [
		{ group: 'base.group_system', may: 'append' },
		{ group: 'sales_team.group_sale_salesman_all_leads', may: 'append' },
		{ group: 'sales_team.group_sale_salesman', may: 'read' },
		{ group: 'account.group_account_invoice', may: 'read' },
	],
	parentMenu: 'sale.menu_sale_report',
};
