import { money } from '../../../../../lib/core/money';
import { entry } from '../entries';
import { currency, rateRow } from './odoo-with-ledger';

const order = (id: number, more: object = {}) => ({
	...{ id, name: `S${id}`, client_order_ref: String(id), origin: 'WeChat Pay SHOP1' },
	...{ state: 'sale', date_order: '2026-11-21 03:00:00', amount_total: 99 },
	...{ currency_id: currency('CNY'), ...more },
});
const line = (id: number, order_id: number, product: number | false, more: object = {}) => ({
	...{ id, order_id: [order_id, 'S'], product_id: product && [product, 'P'] },
	...{ product_uom_qty: 2, price_subtotal: 99, ...more },
});
export const PERIOD = { from: '2026-11-20', until: '2026-11-21' };
/** Two confirmed WeChat orders of the period, and others. */
export const soldRows = () => ({
	'sale.order': [
		order(1),
		order(2),
		order(3, { state: 'draft' }),
		order(4, { origin: 'S00001' }),
		order(5, { date_order: '2026-11-22 00:00:00' }),
	],
	'sale.order.line': [line(1, 1, 7), line(2, 1, false), line(3, 2, 8)],
	'product.product': [
		{ id: 7, default_code: 'TEE', display_name: 'Tee', standard_price: 250 },
		{ id: 8, default_code: false, display_name: 'Mug', standard_price: 10.005 },
	],
	'res.currency.rate': [rateRow(1, 'CNY', '2026-11-01', 0.08)],
});
/** What the bank received for the first order. */
export const received = {
	entry: { ...entry('1', 'received', money(115000, 'INR')), key: 'r' },
	sale: { id: 1, name: 'S1' },
};
