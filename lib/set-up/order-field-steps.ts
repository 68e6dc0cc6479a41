import type { OdooClient } from '../odoo/client';
import type { SetupStep } from '../odoo/schema/setup-step';
import { ADMINISTRATOR } from '../odoo/rights';
import { CUSTOMS_FIELDS } from '../customs/customs-fields';
import { WECHAT_ORDER_FIELDS } from '../orders/model/order-keys';
import { ORDER_MONEY_FIELDS } from '../settlement/odoo/order-money-fields';

type Label = [label: string, help: string, ttype?: 'char' | 'float' | 'datetime'];

const LABELS: Record<(typeof WECHAT_ORDER_FIELDS)[number], Label> = {
	x_wechat_out_trade_no: [
		'WeChat Order Number',
		"The shop's own number of the order (out_trade_no)",
	],
	x_wechat_mchid: ['WeChat Merchant ID', 'The merchant that was paid (mchid)'],
	x_wechat_invoice_title: ['WeChat Invoice Title', 'Name that the buyer wants on the invoice'],
	x_wechat_paid_on: [
		'WeChat Paid On',
		'When the buyer paid in WeChat. Empty on orders that are not paid, such as holds',
		'datetime',
	],
};

/** A field of sale orders to filter and group by. Removing it deletes its contents. */
export const orderFieldStep = (name: string, [label, help, ttype = 'char']: Label): SetupStep => ({
	name: `Field ${label} of sale orders`,
	purpose: `${help}: orders can be filtered and grouped by it.`,
	model: 'ir.model.fields',
	operation: 'create',
	right: ADMINISTRATOR,
	find: async (odoo) => await hasField(odoo, name),
	externalId: `wechat_setup.field_sale_order_${name}`,
	values: {
		name,
		field_description: label,
		help,
		ttype,
		state: 'manual',
		copied: '0',
		'model_id/id': 'sale.model_sale_order',
	},
});

/** The fields that Record Paid Order fills where they exist. */
export const orderFieldSteps: SetupStep[] = WECHAT_ORDER_FIELDS.map((name) =>
	orderFieldStep(name, LABELS[name]),
);

/** The amounts paid, settled and received, each with its currency, and how far the money has come. */
export const moneyFieldSteps: SetupStep[] = ORDER_MONEY_FIELDS.map(({ name, label, help, type }) =>
	orderFieldStep(name, [label, help, type]),
);

/** How far the customs declaration of an order is. */
export const customsFieldSteps: SetupStep[] = CUSTOMS_FIELDS.map(({ name, label, help }) =>
	orderFieldStep(name, [label, help]),
);

/** Never from the connection's list of fields, which may be older than this set-up. */
async function hasField(odoo: OdooClient, name: string): Promise<boolean> {
	const params = { allfields: [name], attributes: ['type'] };
	return name in ((await odoo.call('sale.order', 'fields_get', { params })) as object);
}
