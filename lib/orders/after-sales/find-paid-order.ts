import { IntegrationError } from '../../core/errors';
import type { JsonObject } from '../../core/json';
import { readItem, type ItemFields } from '../../core/read-item';
import type { OdooClient } from '../../odoo/client';
import { findId } from '../../odoo/external-ids';
import { latestHold } from '../record/find-orders';
import { holdExpiry, orderExternalId, type PaymentName } from '../model/order-keys';
import type { Move } from '../sale-order/moves';
import type { OrderState } from '../sale-order/order-state';
import { readOrders } from '../sale-order/read-orders';

/** The sale order of a payment as it is in Odoo. */
export interface OrderOfPayment {
	state: OrderState;
	/** Whether goods of it have left for the buyer, from stock or from a vendor. */
	delivered: boolean;
	/** Whether goods of it have left their shelf in an earlier step of the delivery. */
	picked: boolean;
	moves: Move[];
}

/** Reads the ids of the payment from an item. @throws IntegrationError `NOT_A_PAYMENT` */
export const readPaymentName = (item: JsonObject): PaymentName =>
	readItem(
		item,
		{
			code: 'NOT_A_PAYMENT',
			name: 'a payment or a refund',
			likelyCause: 'An earlier node removed these fields, or turned the ids into numbers.',
			nextStep: 'Pass on the item of WeChat Pay Trigger with all its fields.',
		},
		paymentName,
	);

export function paymentName({ text, optionalText }: ItemFields): PaymentName {
	const sub_mchid = optionalText('sub_mchid');
	const shop_appid = optionalText('shop_appid');
	return {
		mchid: shop_appid ? optionalText('mchid') : text('mchid'),
		...(sub_mchid && { sub_mchid }),
		...(shop_appid && { shop_appid }),
		out_trade_no: text('out_trade_no'),
		transaction_id: text('transaction_id'),
	};
}

/** The sale order of a payment: its own, or the hold that it converted. Undefined if there is none. */
export async function findPaidOrder(
	odoo: OdooClient,
	payment: PaymentName,
): Promise<OrderOfPayment | undefined> {
	const own = await findId(odoo, 'sale.order', orderExternalId({ payment }));
	const id = own ?? (await latestHold(odoo, { payment }))?.id;
	if (id === undefined) return undefined;
	const { orders, moves } = await readOrders(odoo, [id], true);
	const state = orders.get(id);
	if (!state || isReleasedHold(state)) return undefined;
	const done = moves.filter((move) => move.state === 'done');
	const delivered = done.some(({ toBuyer }) => toBuyer);
	return { state, moves, delivered, picked: done.some(({ toBuyer }) => !toBuyer) };
}

/** The payment of a released hold gets a new order. */
const isReleasedHold = ({ state, reference = '' }: OrderState): boolean =>
	state === 'cancel' && holdExpiry(reference) !== undefined;

/** @throws IntegrationError `ODOO_ORDER_UNKNOWN` */
export async function demandPaidOrder(
	odoo: OdooClient,
	payment: PaymentName,
): Promise<OrderOfPayment> {
	const found = await findPaidOrder(odoo, payment);
	if (found) return found;
	throw new IntegrationError({
		code: 'ODOO_ORDER_UNKNOWN',
		message: `Odoo has no sale order of payment ${payment.transaction_id} that the user may see.`,
		likelyCause: 'The payment was not recorded yet, or the order was deleted in Odoo.',
		nextStep:
			'Run Record Paid Order for it first (Query Order of WeChat Pay returns the item), then this node again.',
	});
}
