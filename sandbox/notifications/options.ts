/** Which of WeChat's two keys signs: that of a platform certificate, or the WeChat Pay public key's. */
export type KeyMode = 'certificate' | 'publicKey';

/** How APIv2 signs. */
export type V2SignType = 'MD5' | 'HMAC-SHA256';

/**
 * Who the notification is for: a direct merchant, a service provider (`sp_`/`sub_`), a merchant or an institution
 * (`sp_`/`sub_`) of global WeChat Pay, or one that still uses APIv2 (XML).
 */
export type NotificationForm = 'direct' | 'partner' | 'global' | 'institution' | 'v2';

/** A POST, ready to be sent, or to be tampered with first. */
export interface PreparedRequest {
	headers: Record<string, string>;
	/** Only of a push of the server API, which is signed in its address. */
	query?: Record<string, string>;
	body: string;
}

export interface SignOptions {
	/** The sandbox's own mode and shares by default. */
	keyMode?: KeyMode;
	/** Serial of a certificate or id of the public key: instead of `keyMode`. */
	keyId?: string;
	/** Moment of signing, milliseconds since 1970: the sandbox's now by default. */
	atMs?: number;
}

export interface PrepareOptions extends SignOptions {
	/** `partner` for an order with `sub_mchid`, else `direct`. */
	as?: NotificationForm;
	/** Of a partner's merchant: that of the order, or 1900000109. */
	subMchid?: string;
	/** Instead of the one that the kind of notification has. */
	eventType?: string;
	originalType?: string;
	/** Instead of the payment, e.g. of another merchant. In APIv2 the fields, all text. */
	resource?: unknown;
	/** Instead of the merchant's: like a key that was reset in WeChat but not in n8n. */
	apiV3Key?: string;
	apiV2Key?: string;
	/** APIv2 only: `MD5` by default. */
	signType?: V2SignType;
}

export interface NotifyOptions extends PrepareOptions {
	/** The sandbox's `notifyUrl` by default. */
	url?: string;
	/** How many senders deliver it, each with its own resends: 1. */
	copies?: number;
	/** Pause before the first delivery, and between the copies' first deliveries: 0. Not scaled. */
	delayMs?: number;
	copySpacingMs?: number;
	/** Resends at most, of WeChat's 15. */
	maxResends?: number;
}
