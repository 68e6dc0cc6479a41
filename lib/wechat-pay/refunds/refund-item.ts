import { asObject, type JsonObject } from '../../core/json';
import { money, toDecimal } from '../../core/money';

/**
 * A refund in WeChat's own fields, and beside them those that the trigger's refund items have: its number as
 * `refund_id` (cross-border answers call it `id`), its state as `refund_status`, what is given back in the
 * smallest unit and as decimal text. No `total_fen`: nothing that records payments takes it for one.
 */
export function refundItem(refund: JsonObject): JsonObject {
	const { id, ...fields } = refund;
	const amount = asObject(refund['amount']) ?? {};
	const currency = typeof amount['currency'] === 'string' ? amount['currency'] : 'CNY';
	const given = amount['refund'];
	return {
		...(id === undefined ? {} : { refund_id: id }),
		...fields,
		refund_status: refund['status'],
		...(typeof given === 'number' && Number.isSafeInteger(given)
			? { refund_fen: given, refund: toDecimal(money(given, currency)) }
			: {}),
	};
}
