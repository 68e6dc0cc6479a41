import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject } from '../../core/json';
import { APPIDS, MERCHANT_INFO, ORDERS } from '../merchant-platform';
import type { ExchangeRate } from './items';

/** A required text. @throws IntegrationError `WECHAT_TRANSACTION_UNREADABLE` */
export function text(value: unknown, name: string): string {
	const found = optionalText(value);
	if (found === undefined) throw unreadable(name);
	return found;
}

/** A text; undefined when it is missing, empty or something else. */
export const optionalText = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** WeChat's number of an order, which cross-border accounts call `id`, or else the shop's. */
export const numberOf = (order: JsonObject): string | undefined =>
	optionalText(order['transaction_id'] ?? order['id']) ?? optionalText(order['out_trade_no']);

/** Both numbers of an order; a missing one is filled with the other. @throws IntegrationError `WECHAT_TRANSACTION_UNREADABLE` */
export function orderNumbers(order: JsonObject): { out_trade_no: string; transaction_id: string } {
	const number = text(numberOf(order), 'transaction_id or out_trade_no');
	return { out_trade_no: optionalText(order['out_trade_no']) ?? number, transaction_id: number };
}

/** Whether a value is an amount in the smallest unit of its currency. */
export const isMinor = (value: unknown): value is number =>
	Number.isSafeInteger(value) && Number(value) >= 0;

/** An amount in the smallest unit of its currency. @throws IntegrationError `WECHAT_TRANSACTION_UNREADABLE` */
export function minor(value: unknown, name: string): number {
	if (isMinor(value)) return value;
	throw unreadable(name);
}

/** The optional texts that are there. */
export function texts<K extends string>(
	fields: Record<string, unknown>,
	...names: K[]
): Partial<Record<K, string>> {
	const present = names.filter((name) => optionalText(fields[name]) !== undefined);
	return Object.fromEntries(present.map((name) => [name, fields[name]])) as Partial<
		Record<K, string>
	>;
}

/** WeChat's rate between two currencies, where it gives one. */
export function exchangeRate(value: unknown): { exchange_rate?: ExchangeRate } {
	const { type, rate } = asObject(value) ?? {};
	if (typeof type !== 'string' || !Number.isSafeInteger(rate)) return {};
	return { exchange_rate: { type, rate: Number(rate) } };
}

/** The error of a missing or wrong field. */
export function unreadable(name: string): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_TRANSACTION_UNREADABLE',
		message: `WeChat Pay's response has no valid ${name}.`,
		likelyCause:
			'The order is not paid yet, or WeChat Pay has changed the form of its transactions.',
		nextStep: `Look the order up at ${ORDERS}; report it if it is an ordinary payment.`,
	});
}

/** Whose orders are accepted. */
export interface Expected {
	/** The merchant id of the credential: the merchant's own, or the service provider's. */
	mchid: string;
	/** When given, orders through another app are refused. */
	appid?: string;
	/** When given, a service provider's orders for another merchant are refused. */
	subMchid?: string;
}

/**
 * Checks that an order belongs to the credential: as its own (`mchid`), as a service provider's
 * (`sp_mchid`), or as a combined one that it started (`combine_mchid`).
 *
 * @throws IntegrationError `WECHAT_MERCHANT_MISMATCH`, `WECHAT_SUB_MERCHANT_MISMATCH` or `WECHAT_APP_MISMATCH`
 */
export function checkOwner(resource: JsonObject, { mchid, appid, subMchid }: Expected): void {
	const owner = resource['combine_mchid'] ?? resource['sp_mchid'] ?? resource['mchid'];
	if (owner !== mchid) throw otherMerchant();
	checkSubMerchant(resource, subMchid);
	checkApp(resource, appid);
}

/**
 * @param order an order or a part of a combined one
 * @throws IntegrationError `WECHAT_SUB_MERCHANT_MISMATCH` if it was made for another merchant than the expected one
 */
export function checkSubMerchant(order: JsonObject, expected: string | undefined): void {
	const sub = order['sub_mchid'];
	if (expected && sub !== undefined && sub !== expected) throw otherSubMerchant();
}

/** The app under which the order was made; a service provider's order may name two. */
function checkApp(resource: JsonObject, appid: string | undefined): void {
	const apps = ['appid', 'sp_appid', 'sub_appid', 'combine_appid'].map((name) => resource[name]);
	// A refund names no app.
	const named = apps.some((app) => app !== undefined);
	if (!appid || !named || apps.includes(appid)) return;
	throw new IntegrationError({
		code: 'WECHAT_APP_MISMATCH',
		message: 'The payment was made through another app than the trigger expects.',
		likelyCause: 'Two mini-programs use the same notify_url.',
		nextStep: `Correct or empty the App ID in WeChat Pay Trigger. The merchant's apps are at ${APPIDS}.`,
	});
}

function otherMerchant(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_MERCHANT_MISMATCH',
		message: 'The payment belongs to another merchant id than the credential.',
		likelyCause:
			'Two merchant accounts use the same notify_url, or the credential names another one.',
		nextStep: `Use one WeChat Pay Trigger with its own credential for each merchant id, which is shown at ${MERCHANT_INFO}.`,
	});
}

function otherSubMerchant(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_SUB_MERCHANT_MISMATCH',
		message: "The payment belongs to another of the service provider's merchants.",
		likelyCause: 'Several merchants of the service provider use the same notify_url.',
		nextStep:
			'Correct or empty the Sub-Merchant ID in WeChat Pay Trigger, or give each merchant its own notify_url.',
	});
}
