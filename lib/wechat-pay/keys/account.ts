import type { KeyObject } from 'node:crypto';

/** WeChat Pay's public keys by their `Wechatpay-Serial`, as `normaliseSerial` writes it. */
export type VerificationKeys = ReadonlyMap<string, KeyObject>;

export type V2SignType = 'MD5' | 'HMAC-SHA256';

/** The paths of a merchant number: mainland (`/v3/pay`), cross-border (`/v3/global`), older Hong Kong (`/hk/v3`). */
export type PathFamily = 'mainland' | 'global' | 'hk';

/** The WeChat Pay API credential, as the form keeps it. */
export interface WechatPayCredential {
	mchid: string;
	merchantSerial: string;
	/** Day on which the merchant API certificate expires, as noted, e.g. `2030-11-22`; may be empty. */
	merchantValidUntil?: string;
	/** PEM or base64 PKCS#12. */
	privateKey: string;
	/** Of the PKCS#12 file; empty means the merchant id. */
	passphrase: string;
	apiV3Key: string;
	/** PEM blocks, public keys with their ids before them. */
	verificationKeys: string;
	region: PathFamily | 'sandbox' | 'custom';
	/** For `sandbox` and `custom`. Default: `mainland`. */
	paths?: PathFamily;
	/** For `sandbox` and `custom`. */
	baseUrl: string;
	/** Only for orders of APIv2. */
	apiV2Key?: string;
	/** How APIv2 messages are signed. Default: `MD5`. */
	apiV2SignType?: V2SignType;
	/** `automatic`: platform certificates are downloaded and renewed. Default: `manual`. */
	platformRefresh?: 'automatic' | 'manual';
}

/** A merchant account ready for use: every key parsed once. */
export interface WechatPayAccount {
	mchid: string;
	merchantSerial: string;
	/** When the merchant API certificate expires, milliseconds since 1970; undefined if unknown. */
	merchantCertificateEnd?: number | undefined;
	privateKey: KeyObject;
	apiV3Key: KeyObject;
	verificationKeys: VerificationKeys;
	region: WechatPayCredential['region'];
	paths?: PathFamily | undefined;
	/** Without a slash at the end. */
	baseUrl: string;
	apiV2Key?: string | undefined;
	apiV2SignType?: V2SignType | undefined;
	/** Platform certificates are to be downloaded beside what was pasted. */
	downloadsCertificates?: boolean;
}
