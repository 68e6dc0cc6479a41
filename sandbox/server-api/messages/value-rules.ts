const CJK = /\p{Script=Han}/u;
const characters = (value: string): number => [...value].length;
const upTo =
	(limit: number, pattern?: RegExp) =>
	(value: string): boolean =>
		characters(value) <= limit && (pattern?.test(value) ?? true);
const TIME = /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2})?\s?(?:\d{1,2}:\d{2}(?::\d{2})?)?$/;
const isTime = (value: string): boolean => value.split('~').every((part) => TIME.test(part.trim()));

/** What a value may be, by the beginning of its key (WeChat, subscribe messages). */
const RULES: Record<string, (value: string) => boolean> = {
	thing: upTo(20),
	number: upTo(32, /^-?\d+(?:\.\d+)?$/),
	letter: upTo(32, /^[A-Za-z]+$/),
	symbol: upTo(5),
	character_string: upTo(32, /^[\x20-\x7e]+$/),
	time: isTime,
	date: isTime,
	amount: (value) => /^\D{0,2}\d{1,10}(?:\.\d+)?元?$/u.test(value),
	phone_number: upTo(17, /^[\d+\-()\s]+$/),
	car_number: upTo(8),
	name: (value) => characters(value) <= (CJK.test(value) ? 10 : 20),
	phrase: (value) => characters(value) <= 5 && [...value].every((one) => CJK.test(one)),
};

/** Whether a template's value fits its key, e.g. `thing1`. Keys that are not known here take anything. */
export const fitsKey = (key: string, value: string): boolean =>
	RULES[key.replace(/\d+$/, '')]?.(value) ?? true;
