import type { OdooAdmin } from '../services/odoo-admin';

/** What Odoo has of a payment so far, and since when (milliseconds since 1970, as seen by looking). */
export interface Seen {
	/** A sale order, in whatever state. */
	recordedAtMs?: number;
	/** A confirmed one. */
	confirmedAtMs?: number;
	/** A confirmed one of which every move is reserved. */
	reservedAtMs?: number;
}

export interface Watch {
	/** By `transaction_id`. */
	seen: Map<string, Seen>;
	add(transactionId: string): void;
	/** Looks once at all that is not reserved yet. Failures are for the next look. */
	look(): Promise<void>;
}

interface OrderRow {
	client_order_ref: string;
	state: string;
	order_line: number[];
}

/** How many payments one look asks for: the newest of a long backlog can wait. */
const AT_ONCE = 300;

/** Looks into Odoo as its administrator, past the proxy, so that looking is neither counted nor disturbed. */
export function watchOrders(admin: OdooAdmin, now: () => number): Watch {
	const seen = new Map<string, Seen>();
	const open = () => [...seen].filter(([, { reservedAtMs }]) => reservedAtMs === undefined);
	return {
		seen,
		add: (id) => void seen.set(id, {}),
		async look() {
			const ids = open()
				.slice(0, AT_ONCE)
				.map(([id]) => id);
			if (ids.length === 0) return;
			const atMs = now();
			const orders = await admin.call<OrderRow[]>('sale.order', 'search_read', [
				[['client_order_ref', 'in', ids]],
				['client_order_ref', 'state', 'order_line'],
			]);
			const confirmed = orders.filter(({ state }) => state === 'sale' || state === 'done');
			const waiting = await linesNotReserved(admin, confirmed);
			for (const { client_order_ref } of orders) mark(seen, client_order_ref, 'recordedAtMs', atMs);
			for (const { client_order_ref, order_line } of confirmed) {
				mark(seen, client_order_ref, 'confirmedAtMs', atMs);
				if (order_line.some((line) => waiting.has(line))) continue;
				mark(seen, client_order_ref, 'reservedAtMs', atMs);
			}
		},
	};
}

function mark(seen: Map<string, Seen>, id: string, what: keyof Seen, atMs: number): void {
	const known = seen.get(id);
	if (known) known[what] ??= atMs;
}

async function linesNotReserved(admin: OdooAdmin, orders: OrderRow[]): Promise<Set<number>> {
	const lines = orders.flatMap(({ order_line }) => order_line);
	if (lines.length === 0) return new Set();
	const moves = await admin.call<Array<{ sale_line_id: [number, string] }>>(
		'stock.move',
		'search_read',
		[
			[
				['sale_line_id', 'in', lines],
				['state', 'not in', ['assigned', 'done', 'cancel']],
			],
			['sale_line_id'],
		],
	);
	return new Set(moves.map(({ sale_line_id: [id] }) => id));
}
