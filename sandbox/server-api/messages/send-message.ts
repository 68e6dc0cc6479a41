import { type JsonObject, isObject, textOf } from '../../core/json';
import { DIGITS, randomText } from '../../core/random';
import type { ServerApiEndpoint } from '../endpoint';
import { ServerApiError } from '../errcode';

/** A subscribe message to a buyer, who allowed it before. */
export const sendMessage: ServerApiEndpoint = {
	method: 'POST',
	path: '/cgi-bin/message/subscribe/send',
	account: 'miniProgram',
	handle: ({ body }, { serverApi: { messages }, now, random }) => {
		const touser = textOf(body.touser);
		if (touser === undefined || !touser.startsWith('o')) throw new ServerApiError(40003);
		const templateId = textOf(body.template_id) ?? '';
		const keys = messages.templates.get(templateId);
		if (!keys) throw new ServerApiError(40037);
		if (!isObject(body.data)) throw new ServerApiError(47001);
		const data = readData(body.data, keys);
		if (!messages.take(touser, templateId)) throw new ServerApiError(43101);
		const msgid = `43${randomText(random, 17, DIGITS)}`;
		messages.sent.push({
			at: new Date(now()).toISOString(),
			msgid,
			touser,
			template_id: templateId,
			page: textOf(body.page) ?? '',
			data,
			miniprogram_state: textOf(body.miniprogram_state) ?? 'formal',
			lang: textOf(body.lang) ?? 'zh_CN',
		});
		return { msgid };
	},
};

/** @throws ServerApiError 47003 that names the key */
function readData(data: JsonObject, keys: string[]): Record<string, { value: string }> {
	const read: Record<string, { value: string }> = {};
	for (const key of keys) {
		const field = data[key];
		const value = isObject(field) ? String(field.value ?? '') : '';
		if (value === '')
			throw new ServerApiError(47003, `argument invalid! data.${key}.value is empty`);
		if (!fitsKey(key, value)) {
			throw new ServerApiError(47003, `argument invalid! data.${key}.value invalid`);
		}
		read[key] = { value };
	}
	return read;
}

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
