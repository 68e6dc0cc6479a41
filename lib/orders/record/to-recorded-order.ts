import type { RecordedLine, RecordedOrder } from '../model/recorded-order';
import { decimalText } from './check-order';
import type { Move } from '../sale-order/moves';
import type { Standing } from './find-or-create-orders';
import { lineReservation } from '../sale-order/reservation';

/** What the item tells of an order: where it stands, and what is held back for each line. */
export function recordedOrder(
	{ order, origin, state, judgement }: Standing,
	moves: Move[],
): RecordedOrder {
	const inReview = judgement.verdict === 'review';
	const mapped = [...(order.mapping?.lines ?? [])];
	const lines = state.lines.map((line): RecordedLine => {
		const index = mapped.findIndex(({ product_id: product }) => product === line.productId);
		const [source] = index < 0 ? [] : mapped.splice(index, 1);
		const nothing = { ordered: line.quantity, reserved: 0, missing: line.quantity };
		return {
			sale_order_line_id: line.id,
			product_id: line.productId,
			sku: source?.sku ?? '',
			...(inReview ? nothing : lineReservation(line, moves)),
		};
	});
	const short = lines.some(({ missing }) => missing > 0);
	return {
		status: inReview ? 'needs_review' : short ? 'short' : 'reserved',
		sale_order_id: state.id,
		name: state.name,
		state: state.state,
		adopted: origin.adopted,
		currency: state.currency,
		amount_total: decimalText(state.amountTotal, state.currency),
		lines,
		...(inReview && { reason: judgement.reason }),
	};
}
