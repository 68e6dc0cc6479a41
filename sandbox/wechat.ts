import { X509Certificate, type KeyObject } from 'node:crypto';

import { BillFiles } from './bills/bill-files';
import type { CombinedPayment } from './combined-payment';
import type { BillSchedule } from './options';
import type { Refund, RefundRules } from './refund';
import type { Credentials, PlatformCertificate } from './credentials';
import type { FeeRates } from './fee';
import { FaultList, type ApiCall } from './faults';
import { PaymentBook } from './payment-book';
import { ALPHANUMERIC, chance, randomText, type RandomSource } from './random';
import { RefundBook } from './refund-book';
import { SIGNATURE_TYPE, signText, textToSign } from './signature';
import { signingKey } from './signing-key';
import { createServerApi, type ServerApi } from './server-api/server-api';
import type { ServerApiRules } from './server-api/rules';
import type { SigningShares } from './signing-shares';
import type { KeyMode, SignOptions } from './notification-options';

/** What WeChat knows and holds: the merchant, its orders, its own keys and its clock. */
export interface WeChat {
	mchid: string;
	appid: string;
	apiV3Key: string;
	apiV2Key: string;
	keyMode: KeyMode;
	credentials: Credentials;
	/** The oldest first. */
	certificates: PlatformCertificate[];
	shares: SigningShares;
	/** Checks what the merchant signed. */
	merchantPublicKey: KeyObject;
	payments: PaymentBook;
	refunds: RefundBook;
	combined: CombinedPayment[];
	refundRules: RefundRules;
	billFiles: BillFiles;
	billSchedule: BillSchedule;
	faults: FaultList;
	calls: ApiCall[];
	/** api.weixin.qq.com. */
	serverApi: ServerApi;
	/** Of global WeChat Pay. */
	settlementCurrency: string;
	feeRates: FeeRates;
	/** What has to come together before it pays out, smallest unit. */
	payoutFrom: number;
	/** Base URL of the API; known when the server listens. */
	apiUrl: string;
	/** Sends the notification of a refund that has ended. */
	notifyRefund: (refund: Refund, url: string, as: 'direct' | 'global') => void;
	/** WeChat's clock, milliseconds since 1970. */
	now: () => number;
	random: RandomSource;
}

type Own =
	| 'merchantPublicKey'
	| 'certificates'
	| 'payments'
	| 'refunds'
	| 'combined'
	| 'refundRules'
	| 'billFiles'
	| 'calls'
	| 'faults'
	| 'serverApi'
	| 'apiUrl'
	| 'notifyRefund';
export type WeChatSetting = Omit<WeChat, Own>;

export function createWeChat(setting: WeChatSetting, rules?: Partial<ServerApiRules>): WeChat {
	const certificate = new X509Certificate(setting.credentials.merchantCertificatePem);
	return {
		...setting,
		merchantPublicKey: certificate.publicKey,
		certificates: [setting.credentials.platformCertificate],
		payments: new PaymentBook(),
		refunds: new RefundBook(),
		combined: [],
		refundRules: { outcome: 'SUCCESS', available: Infinity },
		billFiles: new BillFiles(),
		faults: new FaultList((share) => chance(setting.random, share)),
		calls: [],
		serverApi: createServerApi(setting.appid, setting.random, rules),
		apiUrl: '',
		notifyRefund: () => undefined,
	};
}

/** The `Wechatpay-*` headers of a notification or an API answer with this body. */
export function signatureHeaders(
	wechat: WeChat,
	body: string,
	options: SignOptions = {},
): Record<string, string> {
	const key = signingKey(wechat, options);
	const timestamp = String(Math.floor((options.atMs ?? wechat.now()) / 1000));
	const nonce = randomText(wechat.random, 32, ALPHANUMERIC);
	return {
		'Wechatpay-Timestamp': timestamp,
		'Wechatpay-Nonce': nonce,
		'Wechatpay-Signature': signText(textToSign(timestamp, nonce, body), key.privateKey),
		'Wechatpay-Serial': key.id,
		'Wechatpay-Signature-Type': SIGNATURE_TYPE,
	};
}
