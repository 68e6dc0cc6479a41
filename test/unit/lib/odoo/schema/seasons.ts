import type { ManualModel } from '../../../../../lib/odoo/schema/manual-model';

/** A small table. */
export const SEASONS: ManualModel = {
	...{ model: 'x_season', name: 'Seasons', purpose: 'Knows the seasons.' },
	fields: [
		{ name: 'x_name', label: 'Season', type: 'char', required: true },
		{
			...{ name: 'x_budget', label: 'Budget & more', type: 'monetary' },
			currencyField: 'x_currency_id',
		},
		{ name: 'x_currency_id', label: 'Currency', type: 'many2one', relation: 'res.currency' },
		{ name: 'x_weeks', label: 'Weeks', type: 'integer', default: 13 },
	],
	list: { columns: ['x_name', 'x_weeks'], order: 'x_name', editable: true },
	search: { fields: ['x_name'], groupBy: ['x_budget'] },
	access: [
		{ group: 'base.group_system', may: 'change' },
		{ group: 'stock.group_stock_user', may: 'append' },
		{ group: 'base.group_user', may: 'read' },
	],
	parentMenu: 'sale.menu_sale_report',
};
