import { toDecimal, money } from '../../money';
import { asObject, type JsonObject } from '../notification';

/**
 * A refund in WeChat's own fields, with its amounts beside them: integer in the smallest unit and decimal
 * text. Cross-border refunds call their number `id`; here it is `refund_id` always.
 */
export function refundItem(refund: JsonObject): JsonObject {
	const { id, ...fields } = refund;
	const amount = asObject(refund['amount']) ?? {};
	const currency = typeof amount['currency'] === 'string' ? amount['currency'] : 'CNY';
	const amounts = Object.entries({
		total: amount['total'],
		refund: amount['refund'],
		payer_refund: amount['payer_refund'],
	}).flatMap(([name, value]) =>
		typeof value === 'number' && Number.isSafeInteger(value)
			? [
					[`${name}_fen`, value],
					[name, toDecimal(money(value, currency))],
				]
			: [],
	);
	return {
		...fields,
		...(refund['refund_id'] === undefined && id !== undefined ? { refund_id: id } : {}),
		...Object.fromEntries(amounts),
	};
}
