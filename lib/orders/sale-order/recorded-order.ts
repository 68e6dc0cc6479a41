import type { IntegrationError } from '../../core/errors';
import { decimalText } from '../../core/money';
import type { PaidOrder } from '../model/paid-order';
import type { Move } from './moves';
import type { LineState, OrderState } from './order-state';

/** Quantities of an order line, in the unit of the line. */
export interface Reservation {
	ordered: number;
	reserved: number;
	missing: number;
	/** Not in stock yet, but bought or made for this order. Absent for goods from stock. */
	on_order?: number;
}

/** One order line and its reserved quantity. */
export interface RecordedLine extends Reservation {
	sale_order_line_id: number;
	product_id: number;
	sku: string;
}

/** What Odoo Sale adds to an item as `odoo`. */
export interface RecordedOrder {
	/** `reserved`: all goods are reserved, or on order for this order; `short`: confirmed, but stock is missing; `needs_review`: left for a person. */
	status: 'reserved' | 'short' | 'needs_review';
	sale_order_id: number;
	/** Order number, e.g. `S00042`. */
	name: string;
	/** Odoo's state: `draft`, `sent`, `sale`, `done`, `cancel`. */
	state: string;
	/** Whether an earlier delivery of the notification had recorded the payment. */
	adopted: boolean;
	currency: string;
	/** Decimal text. */
	amount_total: string;
	lines: RecordedLine[];
	/** Why a person has to decide and what to do, as sentences. */
	reason?: string;
	/** Preview: nothing was written; `would` says what would be done. A new order has id 0 and no name. */
	dry_run?: true;
	would?: string;
}

/** Result for one payment. */
export type RecordOutcome = { recorded: RecordedOrder } | { error: IntegrationError };

/** @param review why the order needs review; undefined: its reservation is reported */
export function toRecordedOrder(
	order: PaidOrder,
	state: OrderState,
	moves: Move[],
	{ adopted, review }: { adopted: boolean; review: string | undefined },
): RecordedOrder {
	const mapped = [...(order.mapping?.lines ?? [])];
	const lines = state.lines.map((line): RecordedLine => {
		const index = mapped.findIndex(({ product_id: product }) => product === line.productId);
		const [source] = index < 0 ? [] : mapped.splice(index, 1);
		const nothing = { ordered: line.quantity, reserved: 0, missing: line.quantity };
		return {
			sale_order_line_id: line.id,
			product_id: line.productId,
			sku: source?.sku ?? '',
			...(review === undefined ? lineReservation(line, moves) : nothing),
		};
	});
	const short = lines.some(({ missing }) => missing > 0);
	return {
		status: review !== undefined ? 'needs_review' : short ? 'short' : 'reserved',
		sale_order_id: state.id,
		name: state.name,
		state: state.state,
		adopted,
		currency: state.currency,
		amount_total: decimalText(state.amountTotal, state.currency),
		lines,
		...(review !== undefined && { reason: review }),
	};
}

/**
 * Reserved quantity of one order line. Only the first step of a delivery counts: later steps wait for
 * it. Goods without any move are not reserved, whatever the state of the transfer.
 */
export function lineReservation(line: LineState, moves: Move[]): Reservation {
	const ordered = line.quantity;
	if (!line.moves) return { ordered, reserved: ordered, missing: 0 };
	const own = moves.filter(({ lineId, demand }) => lineId === line.id && demand > 0);
	const ids = new Set(own.map(({ id }) => id));
	const first = own.filter(({ origins }) => !origins.some((id) => ids.has(id)));
	const reserved = Math.min(ordered, reservedQuantity(line, first));
	const rest = ordered - reserved;
	return line.toOrder && rest > 0
		? { ordered, reserved, missing: 0, on_order: rest }
		: { ordered, reserved, missing: rest };
}

function reservedQuantity(line: LineState, moves: Move[]): number {
	if (moves.length === 0) return 0;
	const sum = (some: Move[], of: (move: Move) => number) =>
		some.reduce((total, move) => total + of(move), 0);
	const ofDemand = ({ demand }: Move) => demand;
	if (moves.every(({ productId }) => productId === line.productId)) {
		// A move may have another unit than its line.
		const demand = sum(moves, ofDemand);
		return rounded((sum(moves, reservedOf) / Math.max(demand, line.quantity)) * line.quantity);
	}
	// A kit: the scarcest component decides.
	const products = [...new Set(moves.map(({ productId }) => productId))];
	const shares = products.map((product) => {
		const some = moves.filter(({ productId }) => productId === product);
		return sum(some, reservedOf) / sum(some, ofDemand);
	});
	return Math.floor(rounded(Math.min(...shares) * line.quantity));
}

const reservedOf = ({ state, demand, reserved }: Move): number =>
	state === 'done' ? demand : Math.min(demand, reserved);

/** Removes rounding errors of binary fractions. */
const rounded = (quantity: number) => Math.round(quantity * 1e6) / 1e6;
