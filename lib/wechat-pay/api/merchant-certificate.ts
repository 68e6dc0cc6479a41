import type { WechatPayAccount } from '../keys/account';

/** How long the certificate of the merchant is valid, with which calls to WeChat Pay are signed. */
export interface MerchantCertificate {
	serial: string;
	/** ISO 8601; null if neither the credential holds the certificate nor a day is noted there. */
	expires: string | null;
	/** Whole days; negative after the end. */
	days_left: number | null;
}

const DAY_MS = 24 * 3_600_000;

/** @param now milliseconds since 1970 */
export function merchantCertificate(
	{ merchantSerial, merchantCertificateEnd: end }: WechatPayAccount,
	now: number,
): MerchantCertificate {
	if (end === undefined) return { serial: merchantSerial, expires: null, days_left: null };
	return {
		serial: merchantSerial,
		expires: new Date(end).toISOString(),
		days_left: Math.floor((end - now) / DAY_MS),
	};
}
