import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import type { WechatPayAccount } from '../keys/account';
import { requireSide } from '../keys/region';
import { API_SECURITY } from '../merchant-platform';
import { callV2 } from '../v2/call';

/** A day's reference rate; each order has its own rate. */
export interface ExchangeRateAnswer {
	fee_type: string;
	/** `yyyyMMdd` as WeChat writes it. */
	rate_time: string;
	/** As WeChat writes it: yuan for one unit, times 10^8. */
	rate: string;
	/** Yuan for one unit, decimal text: `650000000` is `"6.5"`. */
	cny_per_unit: string;
}

export interface ExchangeRateRequest {
	appid: string;
	/** ISO 4217. */
	currency: string;
	/** `yyyy-MM-dd`. */
	date: string;
	apiV2Key: string;
}

// The spelling is WeChat's.
const PATH = '/pay/queryexchagerate';

/**
 * WeChat Pay's reference rate of a foreign currency. Exists in APIv2 alone: XML, signed with MD5 and the
 * APIv2 key both ways, for cross-border merchants.
 *
 * @throws IntegrationError `WECHAT_API_V2_KEY_MISSING`, `WECHAT_RATE_REFUSED`, `WECHAT_RATE_UNREADABLE`,
 * `WECHAT_RESPONSE_UNPROVED`, `WECHAT_REGION_WRONG`, `WECHAT_XML_REFUSED` or `HTTP_…`
 */
export async function queryExchangeRate(
	account: WechatPayAccount,
	request: ExchangeRateRequest,
	context: HttpCallContext,
): Promise<ExchangeRateAnswer> {
	requireSide(account, 'global');
	if (!request.apiV2Key) throw keyMissing();
	const fields = {
		appid: request.appid,
		mch_id: account.mchid,
		fee_type: request.currency,
		date: request.date.replaceAll('-', ''),
	};
	const call = { path: PATH, fields, apiV2Key: request.apiV2Key, refused };
	const answer = await callV2(account, call, context);
	if (answer['result_code'] === 'FAIL') throw refused(answer['err_code'] ?? '', false);
	return readRate(answer, request.currency);
}

function readRate(answer: Record<string, string>, asked: string): ExchangeRateAnswer {
	const { fee_type = '', rate_time = '', rate = '' } = answer;
	// Older answers carry the rate itself, with a point: which of the two it is would be a guess.
	if (fee_type === asked && /^[1-9]\d{0,15}$/.test(rate)) {
		return { fee_type, rate_time, rate, cny_per_unit: scaled(rate) };
	}
	throw new IntegrationError({
		code: 'WECHAT_RATE_UNREADABLE',
		message: `WeChat Pay's rate of ${asked} is not an integer times 10^8.`,
		likelyCause: 'WeChat Pay writes rates in another form for this account.',
		nextStep: 'Take the rates from the global statement: they are those of each order.',
	});
}

/** The integer over 10^8, without a float on the way. */
function scaled(rate: string): string {
	const digits = rate.padStart(9, '0');
	return `${digits.slice(0, -8)}.${digits.slice(-8)}`.replace(/\.?0+$/, '');
}

function keyMissing(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_API_V2_KEY_MISSING',
		message:
			'The exchange rate is asked for with the APIv2 key, which the credential does not hold.',
		likelyCause: 'Only the APIv3 key was entered.',
		nextStep: `Set the key at ${API_SECURITY} → APIv2 Key (APIv2密钥), and enter it in the credential.`,
	});
}

function refused(said: string, retryable: boolean): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_RATE_REFUSED',
		message: `WeChat Pay did not return an exchange rate: ${said || 'without a reason'}.`,
		likelyCause:
			'The App ID is not bound to the merchant, the APIv2 key is wrong, or there is no rate of that currency on that day.',
		nextStep: `Check App ID, currency and date, and the APIv2 key at ${API_SECURITY}. A day's rate comes at about 10:00 Beijing time.`,
		retryable,
	});
}
