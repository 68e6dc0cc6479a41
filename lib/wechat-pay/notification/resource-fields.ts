import { IntegrationError } from '../../core/errors';
import { ORDERS } from '../keys/merchant-platform';

/** A text that has to be there. @throws IntegrationError `WECHAT_TRANSACTION_UNREADABLE` */
export function text(value: unknown, name: string): string {
	if (typeof value === 'string' && value !== '') return value;
	throw unreadable(name);
}

/** An amount in the smallest unit of its currency. @throws IntegrationError `WECHAT_TRANSACTION_UNREADABLE` */
export function minor(value: unknown, name: string): number {
	if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
	throw unreadable(name);
}

/** Those of the fields that are texts. */
export function texts<K extends string>(
	fields: Record<string, unknown>,
	...names: K[]
): Partial<Record<K, string>> {
	const present = names.filter((name) => typeof fields[name] === 'string');
	return Object.fromEntries(present.map((name) => [name, fields[name]])) as Partial<
		Record<K, string>
	>;
}

function unreadable(name: string): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_TRANSACTION_UNREADABLE',
		message: `WeChat Pay's response has no valid ${name}.`,
		likelyCause:
			'The order is not paid yet, or WeChat Pay has changed the form of its transactions.',
		nextStep: `Look the order up at ${ORDERS}; report it if it is an ordinary payment.`,
	});
}
