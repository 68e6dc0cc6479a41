import { asObject, type JsonObject } from '../core/json';
import { safeLine } from '../core/outside-text';
import type { OrderDetails, RecipientItem } from '../orders/model/order-details';
import { readBasket, type Basket } from './basket';

/** Texts of an order, and the longest that is kept of each, in UTF-16 units. */
const TEXTS = {
	...{ remark: 1_000, invoice_title: 200, expected_delivery: 40 },
	...{ campaign: 200, medium: 200, source: 200, sales_team: 200 },
} as const;
const RECIPIENT = [
	...['name', 'phone', 'country', 'province', 'city', 'district', 'street', 'postcode'],
	'phone_expires',
] as const;
const LONGEST_PART = 500;

/** Everything that the shop knows of an order: its lines, or why they do not fit the payment, and the rest. */
export type ShopOrder = Basket & ShopDetails;

/** Contact of the buyer; the recipient may be another person. */
type ShopDetails = OrderDetails & { contact?: { name?: string; phone?: string } };

/**
 * Reads the shop's answer to `order.get` (docs/shop-backend.md). A field of the wrong type is left out: the
 * order is paid all the same. Lines that do not fit the payment keep none of the details back.
 *
 * @param answer undefined when the shop does not know the order
 * @param paidFen the order total that WeChat confirmed
 */
export function readShopOrder(
	answer: JsonObject | undefined,
	paidFen: number,
	currency: string,
): ShopOrder {
	return { ...readDetails(answer ?? {}), ...readBasket(answer, paidFen, currency) };
}

function readDetails(answer: JsonObject): ShopDetails {
	const recipient: RecipientItem = {
		...textsOf(answer.recipient, RECIPIENT),
		...(asObject(answer.recipient)?.masked === true && { masked: true }),
	};
	const contact = textsOf(answer.contact, ['name', 'phone']);
	const texts = Object.entries(TEXTS).flatMap(([name, longest]) => {
		const text = textOf(answer[name], longest);
		return text === '' ? [] : [[name, text]];
	});
	const { merchant_coupon_fen: coupon } = answer;
	return {
		...(Object.fromEntries(texts) as Partial<Record<keyof typeof TEXTS, string>>),
		...(Object.keys(recipient).length > 0 && { recipient }),
		...(Object.keys(contact).length > 0 && { contact }),
		...(answer.is_gift === true && { is_gift: true }),
		...(Number.isSafeInteger(coupon) &&
			Number(coupon) > 0 && { merchant_coupon_fen: Number(coupon) }),
	};
}

const textOf = (value: unknown, longest: number): string =>
	typeof value === 'string' ? safeLine(value, longest) : '';

function textsOf<Name extends string>(
	value: unknown,
	names: readonly Name[],
): Partial<Record<Name, string>> {
	const fields = asObject(value) ?? {};
	return Object.fromEntries(
		names.flatMap((name) => {
			const text = textOf(fields[name], LONGEST_PART);
			return text === '' ? [] : [[name, text]];
		}),
	) as Partial<Record<Name, string>>;
}
