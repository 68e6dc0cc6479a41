import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject } from '../../core/json';

/** The value at a path such as `metadata.order_id`; undefined where it leads nowhere. */
export const valueAt = (object: JsonObject, path: string): unknown =>
	path.split('.').reduce<unknown>((within, name) => asObject(within)?.[name], object);

/** The text at a path; a whole number counts as text. Undefined where there is none. */
export function textAt(object: JsonObject, path: string): string | undefined {
	const value = path === '' ? undefined : valueAt(object, path);
	const text = Number.isSafeInteger(value) ? String(value) : value;
	return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** A required text. @throws IntegrationError `ACQUIRER_EVENT_UNREADABLE` */
export function requiredText(object: JsonObject, path: string): string {
	const text = textAt(object, path);
	if (text === undefined) throw unreadable(path);
	return text;
}

/** A currency code in upper case. @throws IntegrationError `ACQUIRER_EVENT_UNREADABLE` */
export function currencyAt(object: JsonObject, path: string): string {
	const text = requiredText(object, path).toUpperCase();
	if (!/^[A-Z]{3}$/.test(text)) throw unreadable(path);
	return text;
}

/** ISO 8601 with offset, from Airwallex's text (`+0000` without a colon) or Stripe's Unix seconds. */
export function timeOf(value: unknown): string | undefined {
	if (Number.isSafeInteger(value)) return new Date(Number(value) * 1000).toISOString();
	if (typeof value !== 'string') return undefined;
	const time = value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
	return Number.isNaN(Date.parse(time)) ? undefined : time;
}

/** The error of a genuine event whose payment cannot be read: it has to be sent again, not dropped. */
export const unreadable = (name: string): IntegrationError =>
	new IntegrationError({
		code: 'ACQUIRER_EVENT_UNREADABLE',
		message: `The acquirer's event has no valid ${name}.`,
		likelyCause:
			'The webhook uses another API version of the acquirer, or sends events without their object.',
		nextStep:
			"Compare the event in the acquirer's list of webhook events with the documentation of WeChat Pay: From Acquirer, and send it again from there.",
	});
