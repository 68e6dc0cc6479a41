import type { OdooClient } from '../../odoo/client';
import { ANY_HOLD, numberInOrigin, ordersOfPayments } from '../../orders/model/order-keys';
import { ownOrders } from '../../orders/sale-order/own-orders';
import { searchRead, textOf, type Domain, toOdooTime } from '../../odoo/records';

/** An order whose payment to query at WeChat Pay. */
export interface OrderToQuery {
	out_trade_no: string;
	/** `hold`: stock is held and no payment is known. `paid`: it was recorded a short time ago. */
	reason: 'hold' | 'paid';
	sale_order_id: number;
	/** E.g. `S00042`. */
	name: string;
	state: string;
}

const MAX_ORDERS = 500;

/**
 * Orders whose payment may be lost or may have changed: all open holds, and orders recorded a short time ago. Query
 * Order of WeChat Pay returns the state of each.
 *
 * @param since milliseconds since 1970: orders recorded from then on
 */
export async function ordersToQuery(odoo: OdooClient, since: number): Promise<OrderToQuery[]> {
	const read = async (reason: OrderToQuery['reason'], domain: Domain) => {
		const rows = await searchRead(
			odoo,
			'sale.order',
			[...ordersOfPayments(), ['state', '!=', 'cancel'], ...domain],
			['name', 'state', 'origin', 'client_order_ref'],
			{ order: 'id desc', limit: MAX_ORDERS },
		);
		return (await ownOrders(odoo, rows)).map((row) => ({
			out_trade_no: numberInOrigin(textOf(row.origin)),
			reason,
			sale_order_id: row.id,
			name: textOf(row.name),
			state: textOf(row.state),
		}));
	};
	const holds = await read('hold', [['client_order_ref', '=like', ANY_HOLD]]);
	const paid = await read('paid', [['create_date', '>=', toOdooTime(since)]]);
	const held = new Set(holds.map(({ sale_order_id: id }) => id));
	return [...holds, ...paid.filter(({ sale_order_id: id }) => !held.has(id))];
}
