import type { JsonObject } from '../../core/json';
import { DIGITS, randomText } from '../../core/random';
import { ServerApiError } from '../errcode';
import type { ServerApiEndpoint } from '../endpoint';
import { isObject, textOf } from '../../core/json';
import { fitsKey } from './value-rules';

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
