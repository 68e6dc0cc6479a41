import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { holdExpiry } from '../hold/hold-reference';
import { latestHold } from '../hold/latest-hold';
import type { Move } from '../sale-order/moves';
import type { OrderState } from '../sale-order/order-state';
import { orderExternalId, type PaidOrder } from '../model/paid-order';
import { readOrders } from '../sale-order/read-orders';

/** What names a payment, in items of payments and of refunds alike. */
export interface PaymentName {
	mchid: string;
	out_trade_no: string;
	transaction_id: string;
}

/** The sale order of a payment as it stands in Odoo. */
export interface PaidSale {
	state: OrderState;
	/** Something of it has left the warehouse. */
	delivered: boolean;
	moves: Move[];
}

/** Reads an item's payment. @throws IntegrationError `NOT_A_PAYMENT` */
export function readPaymentName(json: Record<string, unknown>): PaymentName {
	const { mchid, out_trade_no, transaction_id } = json;
	const names = { mchid, out_trade_no, transaction_id };
	const missing = Object.entries(names).filter(([, value]) => typeof value !== 'string' || !value);
	if (missing.length === 0) return names as PaymentName;
	throw new IntegrationError({
		code: 'NOT_A_PAYMENT',
		message: `This item names no payment: look at ${missing.map(([name]) => name).join(', ')}.`,
		likelyCause: 'A step before this one dropped these fields, or turned the ids into numbers.',
		nextStep: 'Pass the item of WeChat Pay Trigger on with all of its fields.',
	});
}

/** As little as an order needs to be named in Odoo. */
export const asPaidOrder = (name: PaymentName, totalFen: number, currency: string): PaidOrder => ({
	payment: { ...name, appid: '', total_fen: totalFen, lines: [], amount: { currency } },
});

/** The payment's sale order: its own, or the hold that it took over. Undefined when there is none. */
export async function findPaidSale(
	odoo: OdooClient,
	name: PaymentName,
): Promise<PaidSale | undefined> {
	const order = asPaidOrder(name, 0, 'CNY');
	const own = await findByExternalId(odoo, orderExternalId(order));
	const found = own?.model === 'sale.order' ? own : await latestHold(odoo, order);
	if (!found) return undefined;
	const { orders, moves } = await readOrders(odoo, [found.id], true);
	const state = orders.get(found.id);
	if (!state || isReleasedHold(state)) return undefined;
	return { state, moves, delivered: moves.some((move) => move.state === 'done') };
}

/** Its payment gets an order of its own. */
const isReleasedHold = ({ state, reference = '' }: OrderState): boolean =>
	state === 'cancel' && holdExpiry(reference) !== undefined;

/** @throws IntegrationError `ODOO_ORDER_UNKNOWN` */
export async function demandPaidSale(odoo: OdooClient, name: PaymentName): Promise<PaidSale> {
	const sale = await findPaidSale(odoo, name);
	if (sale) return sale;
	throw new IntegrationError({
		code: 'ODOO_ORDER_UNKNOWN',
		message: `Odoo has no sale order of payment ${name.transaction_id} that the user may see.`,
		likelyCause: 'The payment was not recorded yet, or the order was deleted in Odoo.',
		nextStep:
			'Run Record Paid Order for it first (Query Order of WeChat Pay gives the item), then this step again.',
	});
}
