import type { HttpCallContext } from '../../core/http';
import { withRetry } from '../../core/retry';
import type { WechatPayAccount } from '../keys/account';
import { WECHAT_RETRY, withHosts } from '../api/call';
import { responseUnproved, unixSeconds } from '../api/client';
import { downloadSigned } from '../api/download';
import { requireSide, withQuery } from '../api/endpoints';
import { IntegrationError } from '../../core/errors';
import { verifySignature } from '../keys/signature';
import { STATEMENT } from './columns';
import { readBill, type Bill } from './read-bill';

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
	const target = withQuery('/v3/global/statements', {
		date: date.replaceAll('-', ''),
		mchid: account.mchid,
	});
	const onHosts = withHosts(account);
	return await withRetry(
		context,
		WECHAT_RETRY,
		async () =>
			await onHosts(async (host) => {
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
			}),
	);
}
