import type { OdooClient } from '../odoo/client';
import { WECHAT_ORDER_FIELDS } from '../orders/sale-order/wechat-fields';
import { ADMINISTRATOR } from '../odoo/rights';
import type { Piece } from '../odoo/schema/setup-step';

const LABELS: Record<(typeof WECHAT_ORDER_FIELDS)[number], [label: string, help: string]> = {
	x_wechat_out_trade_no: [
		'WeChat Order Number',
		"The shop's own number of the order (out_trade_no)",
	],
	x_wechat_mchid: ['WeChat Merchant ID', 'The merchant that was paid (mchid)'],
};

/** A field on sale orders, to filter and to group by. Its contents go with it when it is removed. */
export const orderFieldPiece = (
	name: string,
	[label, help]: [string, string],
	ttype: 'char' | 'float' = 'char',
): Piece => ({
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

/** The fields of sale orders that Record Paid Order fills where they are. */
export const orderFieldPieces: Piece[] = WECHAT_ORDER_FIELDS.map((name) =>
	orderFieldPiece(name, LABELS[name]),
);

/** Asked anew each time: what a connection remembers of its fields is older than this set-up. */
async function hasField(odoo: OdooClient, name: string): Promise<boolean> {
	const params = { allfields: [name], attributes: ['type'] };
	return name in ((await odoo.call('sale.order', 'fields_get', { params })) as object);
}
