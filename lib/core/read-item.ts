import { IntegrationError } from './errors';
import { asObject, type JsonObject } from './json';
import { safeCode } from './outside-text';

/** What an item has to be, for the error about an item that is something else. */
export interface ItemKind {
	/** E.g. `NOT_A_RECEIPT`. */
	code: string;
	/** Completes "This item is not …", e.g. `a bank receipt`. */
	name: string;
	/** Absent: an earlier node dropped or changed fields. */
	likelyCause?: string;
	nextStep: string;
}

/** Reads fields by name; a name with a dot leads into an object: `amount.total`. */
export interface ItemFields {
	/** The field as it is; undefined where it is missing. */
	value(name: string): unknown;
	/** Text that is not blank, as a safe code. Numbers are wrong: long ids lose their last digits as numbers. */
	text(name: string): string;
	/** The same for a field that may be missing: then it is empty text. */
	optionalText(name: string): string;
	/** A whole number, not less than `least` (0). */
	whole(name: string, least?: number): number;
	/** What `parse` makes of the field. Wrong where that is undefined or throws a RangeError: then `fallback`. */
	parsed<T>(name: string, parse: (value: unknown) => T | undefined, fallback: T): T;
	/** Marks the field as wrong unless a condition holds. */
	check(name: string, holds: boolean): void;
}

/**
 * Reads an item, and names all fields that are wrong in one error. While reading, a wrong field is
 * empty text, 0 or its fallback.
 *
 * @throws IntegrationError with the code of the kind
 */
export function readItem<T>(item: JsonObject, kind: ItemKind, read: (fields: ItemFields) => T): T {
	const wrong = new Set<string>();
	const result = read(fieldsOf(item, (name) => wrong.add(name)));
	if (wrong.size === 0) return result;
	throw new IntegrationError({
		code: kind.code,
		message: `This item is not ${kind.name}: check ${[...wrong].join(', ')}.`,
		likelyCause: kind.likelyCause ?? 'An earlier node removed or changed these fields.',
		nextStep: kind.nextStep,
	});
}

const isText = (value: unknown): value is string => typeof value === 'string' && /\S/.test(value);

function fieldsOf(item: JsonObject, markWrong: (name: string) => void): ItemFields {
	const value = (name: string) =>
		name.split('.').reduce<unknown>((within, part) => asObject(within)?.[part], item);
	const parsed = <T>(name: string, parse: (value: unknown) => T | undefined, fallback: T): T => {
		const result = orUndefined(() => parse(value(name)));
		if (result === undefined) markWrong(name);
		return result ?? fallback;
	};
	return {
		value,
		parsed,
		text: (name) => parsed(name, (text) => (isText(text) ? safeCode(text) : undefined), ''),
		optionalText: (name) => safeCode([value(name)].filter(isText)[0] ?? ''),
		whole: (name, least = 0) =>
			parsed(name, (number) => (isWhole(number) && number >= least ? number : undefined), 0),
		check: (name, holds) => void (holds || markWrong(name)),
	};
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

function orUndefined<T>(parse: () => T | undefined): T | undefined {
	try {
		return parse();
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

/** A line of an item's `lines`, not checked yet. */
export interface ItemLine {
	sku: string;
	/** Units; NaN where the item has no number. */
	quantity: number;
	/** Fen a unit, where the item has it. */
	unit_price_fen?: number;
	/** WeChat's id of the listing (SPU), where the item has it. */
	product_id?: string;
}

/**
 * Reads an item's `lines`, whichever node wrote them: numbers that a spreadsheet turned to text become
 * numbers again, a SKU of digits becomes text. Anything but a list is no lines.
 */
export function readLines(value: unknown): ItemLine[] {
	if (!Array.isArray(value)) return [];
	return value.map((entry: unknown) => {
		const line = asObject(entry) ?? {};
		const price = numberOf(line.unit_price_fen);
		const productId = codeOf(line.product_id);
		return {
			sku: codeOf(line.sku),
			quantity: numberOf(line.quantity),
			...(Number.isNaN(price) ? {} : { unit_price_fen: price }),
			...(productId === '' ? {} : { product_id: productId }),
		};
	});
}

const codeOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? safeCode(String(value)) : '';

function numberOf(value: unknown): number {
	if (typeof value === 'string' && value.trim() !== '') return Number(value);
	return typeof value === 'number' ? value : Number.NaN;
}
