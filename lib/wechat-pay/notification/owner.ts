import { IntegrationError } from '../../core/errors';
import { APPIDS, MERCHANT_INFO } from '../keys/merchant-platform';
import type { JsonObject } from '../../core/json';

/** Whose orders are taken. */
export interface Expected {
	/** The merchant id of the credential: the merchant's own, or the service provider's. */
	mchid: string;
	/** When given, orders through another app are refused. */
	appid?: string;
	/** When given, a service provider's orders for another merchant are refused. */
	subMchid?: string;
}

/**
 * Checks that an order is the credential's: its own (`mchid`), one that it handles as a service provider
 * (`sp_mchid`), or a combined one that it started (`combine_mchid`).
 *
 * @throws IntegrationError `WECHAT_MERCHANT_MISMATCH`, `WECHAT_SUB_MERCHANT_MISMATCH` or `WECHAT_APP_MISMATCH`
 */
export function checkOwner(resource: JsonObject, { mchid, appid, subMchid }: Expected): void {
	const owner = resource['combine_mchid'] ?? resource['sp_mchid'] ?? resource['mchid'];
	if (owner !== mchid) throw otherMerchant();
	const sub = resource['sub_mchid'];
	if (subMchid && sub !== undefined && sub !== subMchid) throw otherSubMerchant();
	checkApp(resource, appid);
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
		nextStep: `Use one WeChat Pay Trigger with its own credential for each merchant id, which stands at ${MERCHANT_INFO}.`,
	});
}

function otherSubMerchant(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_SUB_MERCHANT_MISMATCH',
		message: "The payment belongs to another of the service provider's merchants.",
		likelyCause: 'Several merchants of the service provider use the same notify_url.',
		nextStep:
			'Correct or empty the Sub-Merchant ID in WeChat Pay Trigger, or give each merchant a notify_url of its own.',
	});
}
