import type { WechatPayCredential } from '../lib/wechat-pay/account';
import type { RandomSource } from './random';
import type { Payment, PaymentOrder } from './payment';
import type { Credentials } from './credentials';
import type { Delivery, DeliveryAnswer } from './delivery/delivery';

/** Which of WeChat's two keys signs: that of a platform certificate, or the WeChat Pay public key's. */
export type KeyMode = 'certificate' | 'publicKey';

export interface SandboxOptions {
	/** A free one by default. Always on the loopback address. */
	port?: number;
	mchid?: string;
	appid?: string;
	/** 32 ASCII characters. */
	apiV3Key?: string;
	/** `certificate` by default. In `publicKey` mode `/v3/certificates` answers 404, as for newer merchants. */
	keyMode?: KeyMode;
	/** Keys issued before, to spare the time. */
	credentials?: Credentials;
	/** Length of a second of the resend schedule: 1 is real, 0.01 resends 100 times faster. */
	timeScale?: number;
	/** Where notifications go when `notify` names no url. */
	notifyUrl?: string;
	/** An answer that takes longer is a failure: 5000. Not scaled. */
	notifyTimeoutMs?: number;
	/** How far WeChat's clock is ahead of this machine's. */
	clockOffsetMs?: number;
	/** This machine's clock, milliseconds since 1970. */
	now?: () => number;
	/** Pauses between resends; tests hand in one that does not wait. Rejects when the signal aborts. */
	sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
	/** Source of ids and nonces (not of keys); `seededRandom('…')` makes them repeatable. */
	random?: RandomSource;
}

/** What a merchant types into the WeChat Pay credential. */
export interface SandboxMerchant {
	mchid: string;
	appid: string;
	/** Serial of the merchant API certificate, 40 hex digits. */
	serialNo: string;
	certificatePem: string;
	/** PKCS#8. */
	privateKeyPem: string;
	/** `apiclient_cert.p12` as base64; the passphrase is the mchid. */
	privateKeyPkcs12Base64: string;
	apiV3Key: string;
}

/** A signed POST, ready to be sent, or to be tampered with before. */
export interface PreparedRequest {
	headers: Record<string, string>;
	body: string;
}

export interface SignOptions {
	/** The sandbox's own mode by default. */
	keyMode?: KeyMode;
	/** Moment of signing, milliseconds since 1970: the sandbox's now by default. */
	atMs?: number;
}

export interface PrepareOptions extends SignOptions {
	/** Instead of the one that the kind of notification has. */
	eventType?: string;
	originalType?: string;
	/** Instead of the payment, e.g. of a partner or of another merchant. */
	resource?: unknown;
	/** Instead of the merchant's: what a key reset without telling n8n looks like. */
	apiV3Key?: string;
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

export interface NotifyResult {
	/** True when every copy was acknowledged. */
	acknowledged: boolean;
	deliveries: Delivery[];
}

export interface DeliveryFilter {
	out_trade_no?: string;
	transaction_id?: string;
}

export interface Sandbox {
	/** Base URL of the API, without a slash at the end. */
	url: string;
	merchant: SandboxMerchant;
	platformCertificate: { serialNo: string; pem: string };
	publicKey: { id: string; pem: string };
	/** Both of the above. */
	verificationKeys: { id: string; pem: string }[];
	/** The WeChat Pay credential filled in for this sandbox, both keys included. */
	credential: WechatPayCredential;
	/** Records a paid order. @throws Error when one of its ids is taken */
	pay(order: PaymentOrder): Payment;
	payments(): Payment[];
	/** The notification of a payment, encrypted and signed, not sent. */
	prepareNotification(payment: Payment, options?: PrepareOptions): PreparedRequest;
	/** Signs any body as WeChat signs notifications. */
	sign(body: string, options?: SignOptions): PreparedRequest;
	/** One raw delivery: no log, no resends. */
	deliver(url: string, request: PreparedRequest): Promise<DeliveryAnswer>;
	/** Delivers and resends. Resolves when all copies are acknowledged, given up or stopped. @throws Error without a url */
	notify(payment: Payment, options?: NotifyOptions): Promise<NotifyResult>;
	/** Every attempt so far, oldest first. */
	deliveries(filter?: DeliveryFilter): Delivery[];
	/** Resolves when no notification is under way or waiting for a resend. */
	waitUntilSettled(): Promise<void>;
	/** Cuts what is under way, forgets the resends and closes the server. */
	stop(): Promise<void>;
}
