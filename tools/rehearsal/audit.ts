import { recordedOrders, type RecordedSaleOrder } from '../services/recorded-orders';
import type { OdooAdmin } from '../services/odoo-admin';
import type { Paid } from './surge';

/** What Odoo holds at the end, counted against what was paid. */
export interface Audit {
	/** Payments without a confirmed order. */
	lost: number;
	/** Of these, those that stand as a draft. */
	drafts: number;
	/** Orders beyond the first for a payment. */
	doubled: number;
	/** Confirmed orders whose lines or total are not what was paid. */
	wrong: number;
	/** Units reserved beyond the stock. */
	oversold: number;
	/** Units of confirmed orders without reserved stock. */
	short: number;
}

const AT_ONCE = 200;

/** Looks at every order and at the stock, as Odoo's administrator, with nothing of the package's own code. */
export async function audit(admin: OdooAdmin, paid: Paid[], skus: string[]): Promise<Audit> {
	const ids = paid.map(({ payment }) => payment.transaction_id);
	const orders: RecordedSaleOrder[] = [];
	for (let start = 0; start < ids.length; start += AT_ONCE) {
		orders.push(...(await recordedOrders(admin, ids.slice(start, start + AT_ONCE))));
	}
	return { ...compare(paid, orders), oversold: await reservedTwice(admin, skus) };
}

/** Order by order: pure. */
export function compare(paid: Paid[], orders: RecordedSaleOrder[]): Omit<Audit, 'oversold'> {
	const counts = { lost: 0, drafts: 0, doubled: 0, wrong: 0, short: 0 };
	const byPayment = new Map<string, RecordedSaleOrder[]>();
	for (const order of orders) {
		const known = byPayment.get(order.client_order_ref) ?? [];
		byPayment.set(order.client_order_ref, [...known, order]);
	}
	for (const { planned, payment } of paid) {
		const own = byPayment.get(payment.transaction_id) ?? [];
		const confirmed = own.filter(({ state }) => state === 'sale' || state === 'done');
		counts.doubled += Math.max(0, own.length - 1);
		if (confirmed.length === 0) counts.lost += 1;
		if (confirmed.length === 0 && own.length > 0) counts.drafts += 1;
		counts.wrong += confirmed.filter((order) => !isAsPaid(planned, order)).length;
		for (const { ordered, reserved } of confirmed) counts.short += Math.max(0, ordered - reserved);
	}
	return counts;
}

function isAsPaid({ lines, total }: Paid['planned'], order: RecordedSaleOrder): boolean {
	const asked = lines.map(({ sku, quantity, price_fen }) => [sku, quantity, price_fen]);
	const written = order.lines.map(([code, quantity, price]) => [
		code,
		quantity,
		Math.round(price * 100),
	]);
	const text = (rows: unknown[][]) => JSON.stringify(rows.map(String).sort());
	return (
		text(asked) === text(written) &&
		Math.round(order.amount_total * 100) === total &&
		order.currency === 'CNY'
	);
}

/** By place: a reservation beside another one may be a quant without a quantity, until Odoo merges them. */
async function reservedTwice(admin: OdooAdmin, skus: string[]): Promise<number> {
	const quants = await admin.call<Quant[]>('stock.quant', 'search_read', [
		[
			['product_id.default_code', 'in', skus],
			['location_id.usage', '=', 'internal'],
		],
		['product_id', 'location_id', 'quantity', 'reserved_quantity'],
	]);
	return unitsReservedTwice(quants);
}

interface Quant {
	product_id: [number, string];
	location_id: [number, string];
	quantity: number;
	reserved_quantity: number;
}

/** Units reserved beyond the quantity of their place: pure. */
export function unitsReservedTwice(quants: Quant[]): number {
	const free = new Map<string, number>();
	for (const { product_id, location_id, quantity, reserved_quantity: reserved } of quants) {
		const place = `${product_id[0]} ${location_id[0]}`;
		free.set(place, (free.get(place) ?? 0) + quantity - reserved);
	}
	return [...free.values()].reduce((units, left) => units + Math.max(0, -left), 0);
}
