import { IntegrationError } from '../../core/errors';
import { allocate } from '../../core/money';
import type { OrderPart, WantedDeclaration } from './declaration';

const MOST_PARTS = 50;

/**
 * The declarations that customs is to have of an order: together they are what was paid less what was refunded. A
 * refund is divided among the parts by their amounts, so that each run plans the same.
 *
 * @param parts of a split order; empty for an order that is shipped as a whole
 * @param total the full price in fen
 * @param scale whether the parts are proportions, which need not add up
 * @param left the full price less refunds, in fen; nothing is left to declare of 0
 * @throws IntegrationError `WECHAT_CUSTOMS_PARTS_WRONG`
 */
export function planDeclarations(
	parts: OrderPart[],
	total: number,
	left: number,
	scale = false,
): WantedDeclaration[] {
	if (parts.length > 0) checkParts(parts, total, scale);
	if (left <= 0) return [];
	if (parts.length === 0) return [{ order_fee: left, product_fee: left, transport_fee: 0 }];
	const fees = parts.map(({ product_fee, transport_fee }) => product_fee + transport_fee);
	const shares = allocate(left, fees);
	return parts.flatMap(({ sub_order_no, transport_fee }, index) => {
		const order_fee = shares[index] ?? 0;
		if (order_fee === 0) return [];
		// A refund is of products first.
		const transport = Math.min(transport_fee, order_fee);
		return [
			{ sub_order_no, order_fee, product_fee: order_fee - transport, transport_fee: transport },
		];
	});
}

function checkParts(parts: OrderPart[], total: number, scale: boolean): void {
	const isAmount = (fen: number) => Number.isSafeInteger(fen) && fen >= 0;
	const sum = parts.reduce((all, part) => all + part.product_fee + part.transport_fee, 0);
	const numbers = new Set(parts.map(({ sub_order_no }) => sub_order_no));
	const problem = !parts.every(({ sub_order_no }) => /^[\w|*@-]{1,32}$/.test(sub_order_no))
		? 'The number of a part is not text of 1 to 32 letters, digits and _-|*@.'
		: numbers.size < parts.length
			? 'Two parts have the same number.'
			: parts.length > MOST_PARTS
				? `There are ${parts.length} parts; WeChat Pay takes ${MOST_PARTS}.`
				: !parts.every((part) => isAmount(part.product_fee) && isAmount(part.transport_fee))
					? 'An amount is not a whole number of fen.'
					: scale
						? sum > 0
							? undefined
							: 'The parts have no amounts.'
						: sum !== total
							? `The parts add up to ${sum} fen, and the order to ${total} fen.`
							: undefined;
	if (!problem) return;
	throw new IntegrationError({
		code: 'WECHAT_CUSTOMS_PARTS_WRONG',
		message: problem,
		likelyCause: 'The parts were made of other amounts than those that were paid.',
		nextStep:
			'Divide the full price of the order, coupons and shipping included, among the parts: product_fee and transport_fee in fen, sub_order_no made of the order number.',
	});
}
