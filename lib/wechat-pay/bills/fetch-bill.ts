import type { HttpCallContext } from '../../core/http';
import { withRetry } from '../../core/retry';
import type { WechatPayAccount } from '../keys/account';
import { callOnce, WECHAT_RETRY, withHosts } from '../api/call';
import { downloadSigned } from '../api/download';
import { requireSide, withQuery } from '../api/endpoints';
import { billError } from './bill-error';
import { FUND, TRADE } from './columns';
import { readBill, type Bill } from './read-bill';

/** Which bill. Dates are `yyyy-MM-dd` in Beijing; a day's bill is ready at 10:00 there on the next. */
export type BillRequest = {
	date: string;
	/** Whether WeChat packs the file for the way. */
	gzip: boolean;
} & (
	| { bill: 'trade'; type: 'ALL' | 'SUCCESS' | 'REFUND' }
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
	const onHosts = withHosts(account);
	return await withRetry(
		context,
		WECHAT_RETRY,
		async () =>
			await onHosts(async (host) => {
				// Asked anew each time: an address is good for minutes at most.
				const { sha1, target } = announced(await callOnce(host, call, context));
				const { body } = await downloadSigned(host, target, context);
				return await readBill(body, sha1, request.bill === 'trade' ? TRADE : FUND);
			}),
	);
}

function billTarget(request: BillRequest): string {
	const tar_type = request.gzip ? 'GZIP' : undefined;
	return request.bill === 'trade'
		? withQuery('/v3/bill/tradebill', {
				bill_date: request.date,
				bill_type: request.type,
				tar_type,
			})
		: withQuery('/v3/bill/fundflowbill', {
				bill_date: request.date,
				account_type: request.account,
				tar_type,
			});
}

/** Only path and query of the address are taken: the signed request goes to no other host than the account's. */
function announced(answer: Record<string, unknown>): { sha1: string; target: string } {
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
