import type { RecordedLine } from '../model/recorded-order';
import type { Move } from './moves';
import type { LineState } from './order-state';

/**
 * Pieces held back for one order line. Only the first step of a delivery counts: later ones wait
 * for it. Goods without any move are not held back, whatever the picking says.
 */
export function lineReservation(
	line: LineState,
	moves: Move[],
): Pick<RecordedLine, 'ordered' | 'reserved' | 'missing'> {
	const ordered = line.quantity;
	if (!line.moves) return { ordered, reserved: ordered, missing: 0 };
	const own = moves.filter(({ lineId, demand }) => lineId === line.id && demand > 0);
	const ids = new Set(own.map(({ id }) => id));
	const first = own.filter(({ origins }) => !origins.some((id) => ids.has(id)));
	const reserved = Math.min(ordered, pieces(line, first));
	return { ordered, reserved, missing: ordered - reserved };
}

function pieces(line: LineState, moves: Move[]): number {
	if (moves.length === 0) return 0;
	const held = (move: Move) =>
		move.state === 'done' ? move.demand : Math.min(move.demand, move.reserved);
	const sum = (some: Move[], of: (move: Move) => number) =>
		some.reduce((total, move) => total + of(move), 0);
	if (moves.every(({ productId }) => productId === line.productId)) {
		// A move may count in another unit than its line.
		const demand = sum(moves, ({ demand: wanted }) => wanted);
		return whole((sum(moves, held) / Math.max(demand, line.quantity)) * line.quantity);
	}
	// A kit: as many pieces as its scarcest component allows.
	const products = [...new Set(moves.map(({ productId }) => productId))];
	const shares = products.map((product) => {
		const some = moves.filter(({ productId }) => productId === product);
		return sum(some, held) / sum(some, ({ demand }) => demand);
	});
	return Math.floor(whole(Math.min(...shares) * line.quantity));
}

/** Away with the last digits of binary fractions. */
const whole = (quantity: number) => Math.round(quantity * 1e6) / 1e6;
