import { beijingDate } from '../../core/beijing-time';
import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { callOnce, downloadSigned } from '../api/call';
import { responseUnproved, unixSeconds } from '../api/client';
import { withQuery, type OfMerchant } from '../api/endpoints';
import { repeatOnHosts } from '../api/hosts';
import type { WechatPayAccount } from '../keys/account';
import { crossBorder, requireSide } from '../keys/region';
import { verifySignature } from '../keys/signature';
import { billError } from './bill-table';
import { FUND, STATEMENT, TRADE } from './columns';
import { readBill, type Bill } from './read-bill';

/**
 * The day of a bill as `yyyy-MM-dd`: that of an ISO date or time as it is written, or yesterday in Beijing
 * when there is none, which is the newest that WeChat Pay has.
 *
 * @param nowMs milliseconds since 1970
 * @throws IntegrationError `WECHAT_DATE_INVALID`
 */
export function billDate(text: string, nowMs: number): string {
	if (text.trim() === '') return beijingDate(nowMs, 1);
	const [, day] = /^\s*(\d{4}-\d\d-\d\d)(T.*)?\s*$/.exec(text) ?? [];
	const time = Date.parse(`${day}T00:00:00Z`);
	if (day && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day;
	throw new IntegrationError({
		code: 'WECHAT_DATE_INVALID',
		message: 'The date is not of the form 2026-11-22.',
		likelyCause: 'Day and month are in another order, or the day does not exist.',
		nextStep: 'Enter year, month and day, or leave the field empty for yesterday in Beijing.',
	});
}

/** Which bill. Dates are `yyyy-MM-dd` in Beijing; a day's bill is ready at 10:00 there on the next. */
export type BillRequest = {
	date: string;
	/** Whether WeChat packs the file for the way. */
	gzip: boolean;
} & (
	| ({ bill: 'trade'; type: 'ALL' | 'SUCCESS' | 'REFUND' } & OfMerchant)
	| { bill: 'fund'; account: 'BASIC' | 'OPERATION' | 'FEES' }
);

/**
 * Fetches a bill of a mainland merchant: asks where it is (a signed answer with its SHA-1), downloads it
 * (unsigned) and proves it by the hash.
 *
 * @throws IntegrationError `WECHAT_NO_BILL`, `WECHAT_REFUSED` (`STATEMENT_CREATING` and others), `WECHAT_BILL_…`,
 * `WECHAT_REGION_WRONG`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function fetchBill(
	account: WechatPayAccount,
	request: BillRequest,
	context: HttpCallContext,
): Promise<Bill> {
	requireSide(account, 'mainland');
	const call = { method: 'GET' as const, target: billTarget(request) };
	return await repeatOnHosts(account, context, async (host) => {
		// Requested again each time: an address is valid for minutes at most.
		const { sha1, target } = announced(await callOnce(host, call, context));
		const { body } = await downloadSigned(host, target, context);
		return await readBill(body, sha1, request.bill === 'trade' ? TRADE : FUND);
	});
}

function billTarget(request: BillRequest): string {
	const tar_type = request.gzip ? 'GZIP' : undefined;
	return request.bill === 'trade'
		? withQuery('/v3/bill/tradebill', {
				bill_date: request.date,
				bill_type: request.type,
				sub_mchid: request.sub_mchid,
				tar_type,
			})
		: withQuery('/v3/bill/fundflowbill', {
				bill_date: request.date,
				account_type: request.account,
				tar_type,
			});
}

/** Only path and query of the address are taken: the signed request goes to no other host than the account's. */
export function announced(answer: Record<string, unknown>): { sha1: string; target: string } {
	const { hash_type, hash_value, download_url } = answer;
	const url =
		typeof download_url === 'string' && URL.canParse(download_url)
			? new URL(download_url)
			: undefined;
	if (hash_type !== 'SHA1' || typeof hash_value !== 'string' || !url) {
		throw billError('UNREADABLE', 'WeChat Pay did not say where the bill is and what its hash is.');
	}
	return { sha1: hash_value, target: url.pathname + url.search };
}

/**
 * Fetches a day's statement of a cross-border merchant. Here the answer is the file itself; what is signed is
 * its hash, as the JSON `{"sha1":"…"}` (global statement, response signature).
 *
 * @param date `yyyy-MM-dd` in Beijing; ready at 10:00 there on the next day
 * @throws IntegrationError as `fetchBill`
 */
export async function fetchStatement(
	account: WechatPayAccount,
	date: string,
	context: HttpCallContext,
): Promise<Bill> {
	requireSide(account, 'global');
	const target = withQuery(`${crossBorder(account)}/statements`, {
		date: date.replaceAll('-', ''),
		mchid: account.mchid,
	});
	return await repeatOnHosts(account, context, async (host) => {
		const { headers, body } = await downloadSigned(host, target, context, {
			'Accept-Encoding': 'gzip',
		});
		const sha1 = headers['wechatpay-statement-sha1'] ?? '';
		try {
			const signed = Buffer.from(JSON.stringify({ sha1 }));
			verifySignature(headers, signed, account.verificationKeys, unixSeconds(context));
		} catch (error) {
			body.destroy();
			throw error instanceof IntegrationError ? responseUnproved(error) : error;
		}
		return await readBill(body, sha1, STATEMENT);
	});
}

/** A bill that may not be there: WeChat Pay's "there is none" becomes a bill without items. */
export async function emptyIfNone(fetching: Promise<Bill>): Promise<Bill> {
	try {
		return await fetching;
	} catch (error) {
		if (error instanceof IntegrationError && error.code === 'WECHAT_NO_BILL') return { items: [] };
		throw error;
	}
}
