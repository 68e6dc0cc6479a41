import { unixSeconds } from './client';
import type { HttpCallContext } from '../../core/http';
import { IntegrationError } from '../../core/errors';
import type { WechatPayAccount } from '../keys/account';
import { downloadCertificates } from './platform-certificates';
import { isPublicKeyId } from '../keys/encoding';

/** One of WeChat Pay's platform certificates, and how long it can still be used. */
export interface CertificateDays {
	serial: string;
	/** ISO 8601. */
	expires: string;
	/** Whole days. */
	days_left: number;
}

const DAY_S = 86_400;

/**
 * The platform certificates that WeChat Pay hands out now. A merchant who has moved to its public key
 * has none: the key does not expire.
 *
 * @throws IntegrationError as `downloadCertificates` does
 */
export async function certificateDays(
	account: WechatPayAccount,
	context: HttpCallContext,
): Promise<CertificateDays[]> {
	const known = account.verificationKeys;
	const now = unixSeconds(context);
	const hasPublicKey = [...known.keys()].some(isPublicKeyId);
	const list = await downloadCertificates(account, known, known.size === 0, context).catch(
		(error: unknown) => {
			const none = error instanceof IntegrationError && error.code === 'WECHAT_NO_CERTIFICATES';
			if (hasPublicKey && none) return [];
			throw error;
		},
	);
	return list.map(({ serial, expires }) => ({
		serial,
		expires: new Date(expires * 1000).toISOString(),
		days_left: Math.floor((expires - now) / DAY_S),
	}));
}
