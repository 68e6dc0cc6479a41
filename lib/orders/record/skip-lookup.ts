import { ANY_HOLD } from '../hold/hold-reference';
import type { OdooClient } from '../../odoo/client';
import { searchRead } from '../../odoo/records';
import { wantedLines, wantedTotal } from '../model/order-lines';
import {
	isMapped,
	paymentCurrency,
	paymentKey,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';
import { linesTotal } from './expected-order';

/** WeChat repeats a notification after 15 seconds: until then it tells of a payment for the first time. */
const FIRST_TOLD_MS = 10_000;

/** What a connection has learned from the orders that it has seen. */
interface Experience {
	/** The highest database id of a sale order; none lower can belong to an order that is written now. */
	newest: number;
	/** Products for which Odoo's total was what their prices come to. */
	asPriced: Set<string>;
	/** Whether anybody holds stock for unpaid orders. */
	holds: boolean;
}

async function experience(odoo: OdooClient): Promise<Experience> {
	return await odoo.remember('orders seen', async () => {
		const held = [['client_order_ref', '=like', ANY_HOLD]] as [[string, string, string]];
		const rows = await searchRead(odoo, 'sale.order', held, ['name'], { archived: true, limit: 1 });
		return { newest: 0, asPriced: new Set<string>(), holds: rows.length > 0 };
	});
}

/**
 * The payments that need no look before they are written, by key: made seconds ago, so that nobody can
 * have typed them in or asked a person about them; for products whose totals were right before; in a
 * database without holds. Whatever is amiss all the same is seen right after the confirmation.
 *
 * @param now milliseconds since 1970
 */
export async function brandNew(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	now: number,
): Promise<Set<string>> {
	const young = orders.filter(({ payment }) => {
		const age = now - Date.parse(payment.success_time ?? '');
		return age >= 0 && age < FIRST_TOLD_MS;
	});
	if (young.length === 0) return new Set();
	const { holds, asPriced, newest } = await experience(odoo);
	if (holds || newest === 0) return new Set();
	const foreseen = young.filter(
		(order) =>
			isMapped(order) &&
			linesTotal(order, options) === wantedTotal(order, options) &&
			products(order, options).every((product) => asPriced.has(product)),
	);
	return new Set(foreseen.map(paymentKey));
}

/** The highest order id that this connection has seen; 0 before the first. */
export const newestOrder = async (odoo: OdooClient): Promise<number> =>
	(await experience(odoo)).newest;

export async function sawOrders(odoo: OdooClient, ids: number[]): Promise<void> {
	const known = await experience(odoo);
	known.newest = Math.max(known.newest, ...ids);
}

export async function sawHolds(odoo: OdooClient): Promise<void> {
	(await experience(odoo)).holds = true;
}

/** Whether Odoo's total of an order that had the right lines was right, too. */
export async function sawTotal(
	odoo: OdooClient,
	order: PaidOrder,
	options: RecordOptions,
	right: boolean,
): Promise<void> {
	const { asPriced } = await experience(odoo);
	for (const product of products(order, options)) {
		if (right) asPriced.add(product);
		else asPriced.delete(product);
	}
}

/** Products, each with all that its price in the order depends on. */
function products(order: PaidOrder, options: RecordOptions): string[] {
	const { taxes, fiscalPositionId, pricelistId, companyId } = options;
	const setting = [paymentCurrency(order), taxes, fiscalPositionId, pricelistId, companyId].join();
	return wantedLines(order, options).map(({ product_id: id }) => `${id} ${setting}`);
}
