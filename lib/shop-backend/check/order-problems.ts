import { asObject, type JsonObject } from '../../core/json';

/** Whole numbers of fen, 0 or more. */
const AMOUNTS = ['total_fen', 'shipping_fen', 'discount_fen', 'merchant_coupon_fen'];
const TEXTS = ['remark', 'invoice_title', 'campaign', 'medium', 'source', 'sales_team'];
const OTHERS = ['lines', 'recipient', 'contact', 'is_gift', 'expected_delivery', 'out_trade_no'];
const RECIPIENT = [
	...['name', 'phone', 'country', 'province', 'city', 'district', 'street', 'postcode'],
	'phone_expires',
];
const LINE = ['sku', 'name', 'quantity', 'unit_price_fen', 'is_gift'];

/** What breaks the contract in an answer to `order.get`, each as a sentence; empty if nothing does. */
export function orderProblems(order: JsonObject): string[] {
	return [
		...lineProblems(order.lines),
		...wrong(order, AMOUNTS, isFen, 'a whole number of fen'),
		...wrong(order, TEXTS, isText, 'text'),
		...wrong(order, ['is_gift'], isFlag, 'true or false'),
		...wrong(order, ['expected_delivery'], isDay, 'a date such as "2026-11-25"'),
		...recipientProblems(order.recipient),
		...unknown(order, [...AMOUNTS, ...TEXTS, ...OTHERS], ''),
	];
}

/** Fen: lines + shipping − discount. NaN where the answer does not tell. */
export function sumOf({ lines, shipping_fen = 0, discount_fen = 0 }: JsonObject): number {
	const goods = (Array.isArray(lines) ? lines : [])
		.map((line: unknown) => asObject(line) ?? {})
		.reduce((sum, line) => sum + Number(line.quantity) * Number(line.unit_price_fen), 0);
	return goods + Number(shipping_fen) - Number(discount_fen);
}

function lineProblems(lines: unknown): string[] {
	if (!Array.isArray(lines) || lines.length === 0) return ['"lines" is not a list of lines.'];
	return lines.flatMap((value: unknown, index) => {
		const name = `lines[${index}]`;
		const line = asObject(value);
		if (!line) return [`"${name}" is not an object.`];
		const { sku, quantity, unit_price_fen: price } = line;
		return [
			isText(sku) && sku.trim() !== '' ? '' : `"${name}.sku" is not text.`,
			Number.isSafeInteger(quantity) && Number(quantity) > 0
				? ''
				: `"${name}.quantity" is not a whole number above 0.`,
			isFen(price) ? '' : `"${name}.unit_price_fen" is not a whole number of fen.`,
			...wrong(line, ['name'], isText, 'text', `${name}.`),
			...wrong(line, ['is_gift'], isFlag, 'true or false', `${name}.`),
			...unknown(line, LINE, `${name}.`),
		].filter(Boolean);
	});
}

function recipientProblems(value: unknown): string[] {
	if (value === undefined) return [];
	const recipient = asObject(value);
	if (!recipient) return ['"recipient" is not an object.'];
	return [
		...wrong(recipient, RECIPIENT, isText, 'text', 'recipient.'),
		...wrong(recipient, ['country'], isCountry, 'an ISO 3166 code such as "CN"', 'recipient.'),
		...wrong(recipient, ['masked'], isFlag, 'true or false', 'recipient.'),
		...unknown(recipient, [...RECIPIENT, 'masked'], 'recipient.'),
	];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown) => typeof value === 'boolean';
const isFen = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isDay = (value: unknown) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value);
const isCountry = (value: unknown) => !isText(value) || /^[A-Z]{2}$/.test(value);

const wrong = (
	fields: JsonObject,
	names: string[],
	isRight: (value: unknown) => boolean,
	kind: string,
	path = '',
): string[] =>
	names
		.filter((name) => fields[name] !== undefined && !isRight(fields[name]))
		.map((name) => `"${path}${name}" is not ${kind}.`);

/** A misspelt field would be ignored in silence. */
const unknown = (fields: JsonObject, names: string[], path: string): string[] =>
	Object.keys(fields)
		.filter((name) => !names.includes(name))
		.map((name) => `"${path}${name}" is no field of the contract.`);
