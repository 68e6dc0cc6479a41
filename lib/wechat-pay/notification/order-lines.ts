import { IntegrationError } from '../../core/errors';
import { asObject, tryParse } from '../../core/json';
import { toDecimal } from '../../core/money';
import type { OrderLine } from './items';

const MAX_QUANTITY = 10_000;
/** WeChat Pay allows 128 bytes. An acquirer's own field may be longer. UTF-16 units. */
const LONGEST_ATTACH = 8_000;
const COMPACT = /^([0-9A-Za-z._/+#-]+)(?:\*(\d{1,5}))?(?:@(\d{1,12}))?$/;

/**
 * Order lines from `attach`: `SKU*quantity@fen` joined by commas, or one of the JSON forms
 * (docs/nodes/wechat-pay-trigger.md). Quantity is 1 and the price unknown where they are left out. Words
 * without any quantity or price may as well be an order number, so they are no basket.
 *
 * @param bareSkus whether they are SKUs in this shop
 * @throws IntegrationError `WECHAT_ATTACH_UNREADABLE`
 */
export function readAttach(attach: string, bareSkus = false): OrderLine[] {
	if (attach.length > LONGEST_ATTACH) throw unreadable('It is longer than WeChat allows.');
	const trimmed = attach.trim();
	if (trimmed === '') throw unreadable('It is empty.');
	if (/^[[{]/.test(trimmed)) return readJson(trimmed);
	if (!bareSkus && !/[*@]/.test(trimmed)) throw bareWord(trimmed);
	return trimmed.split(',').map((part) => {
		const match = COMPACT.exec(part.trim());
		if (!match) throw unreadable(`"${part.trim().slice(0, 40)}" is not SKU*quantity@fen.`);
		return line(match[1], match[2] && Number(match[2]), match[3] && Number(match[3]));
	});
}

/** The compact form of lines, for the shop's side and for tests. At most 120 bytes fit into `attach` safely. */
export function writeAttach(lines: OrderLine[]): string {
	return lines
		.map(({ sku, quantity, unit_price_fen: fen }) => {
			return `${sku}*${quantity}${fen === undefined ? '' : `@${fen}`}`;
		})
		.join(',');
}

/**
 * Order lines from `promotion_detail[].goods_detail`. WeChat lists there only goods that a single-item
 * coupon applied to, so they are the basket only in shops that see to it.
 *
 * @throws IntegrationError `WECHAT_PROMOTION_UNREADABLE` when there are none, or two that contradict each other
 */
export function readPromotion(promotions: unknown): OrderLine[] {
	const goods = asList(promotions).flatMap((one) => asList(asObject(one)?.['goods_detail']));
	const lines = new Map<string, OrderLine>();
	for (const good of goods.map(asObject)) {
		const read = line(
			good?.['goods_id'],
			good?.['quantity'],
			good?.['unit_price'],
			'promotion_detail',
		);
		const known = lines.get(read.sku);
		// One good under two coupons is still the same line of the basket.
		if (
			known &&
			(known.quantity !== read.quantity || known.unit_price_fen !== read.unit_price_fen)
		) {
			throw unreadable(
				`"${read.sku}" has different figures under two promotions.`,
				'promotion_detail',
			);
		}
		lines.set(read.sku, read);
	}
	if (lines.size === 0)
		throw unreadable('The payment lists no goods under its promotions.', 'promotion_detail');
	return [...lines.values()];
}

/** Adds what follows from the total: the price of a single line without one, and the decimal texts. */
export function completeLines(lines: OrderLine[], totalFen: number, currency: string): OrderLine[] {
	return lines.map((one) => {
		const alone = lines.length === 1 && totalFen % one.quantity === 0;
		const fen = one.unit_price_fen ?? (alone ? totalFen / one.quantity : undefined);
		if (fen === undefined) return one;
		return { ...one, unit_price_fen: fen, unit_price: toDecimal({ amount: fen, currency }) };
	});
}

function readJson(json: string): OrderLine[] {
	const parsed = tryParse(json);
	const rows = asList(asObject(parsed)?.['lines'] ?? parsed);
	if (rows.length === 0) throw unreadable('It is not a JSON list of lines.');
	return rows.map((row) => {
		if (Array.isArray(row)) return line(row[0], row[1], row[2]);
		const fields = asObject(row);
		return line(fields?.['sku'], fields?.['quantity'], fields?.['unit_price_fen']);
	});
}

type Source = 'attach' | 'promotion_detail';

function line(
	code: unknown,
	quantity: unknown,
	fen: unknown,
	source: Source = 'attach',
): OrderLine {
	// Shops whose SKUs are barcodes write them as JSON numbers.
	const sku = Number.isSafeInteger(code) ? String(code) : code;
	if (typeof sku !== 'string' || sku.trim() === '' || sku.length > 128) {
		throw unreadable('A line has no SKU.', source);
	}
	const units = quantity === undefined || quantity === null ? 1 : quantity;
	if (!isInteger(units, 1, MAX_QUANTITY)) {
		throw unreadable(
			`The quantity of "${sku}" is not a whole number from 1 to ${MAX_QUANTITY}.`,
			source,
		);
	}
	if (fen === undefined || fen === null) return { sku: sku.trim(), quantity: units };
	if (!isInteger(fen, 0, 10 ** 12))
		throw unreadable(`The price of "${sku}" is not a number of fen.`, source);
	return { sku: sku.trim(), quantity: units, unit_price_fen: fen };
}

function isInteger(value: unknown, min: number, max: number): value is number {
	return Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;
}

function asList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

const bareWord = (attach: string): IntegrationError =>
	unreadable(
		`"${attach.slice(0, 40)}" has no quantity (*2) and no price (@9900), so it may be an order number.`,
	);

function unreadable(message: string, source: Source = 'attach'): IntegrationError {
	return new IntegrationError({
		code:
			source === 'promotion_detail' ? 'WECHAT_PROMOTION_UNREADABLE' : 'WECHAT_ATTACH_UNREADABLE',
		message: `No order lines could be read from ${source}: ${message}`,
		likelyCause: `The shop does not write order lines into ${source}, or writes them in another form.`,
		nextStep:
			'Compare what the shop sends with the forms in the documentation of WeChat Pay Trigger, or set Order Lines From to None and add the lines in a later node.',
	});
}
