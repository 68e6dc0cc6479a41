import type { WechatPayCredential } from '../../lib/wechat-pay/keys/account';
import type { BillEdit } from '../bills/bill-files';
import type { CombinedOrder, CombinedPayment } from '../payments/combined-payment';
import type { Complaint, ComplaintRequest } from '../complaints/complaint';
import type { CustomsDeclaration, CustomsRules, CustomsState } from '../customs/declaration';
import type { Delivery, DeliveryAnswer, DeliveryFilter, NotifyResult } from '../delivery/delivery';
import type { ApiCall, Faults } from '../server/faults';
import type {
	NotifyOptions,
	PreparedRequest,
	PrepareOptions,
	SignOptions,
} from '../notifications/options';
import type { EventExample, UnrelatedEvent } from '../notifications/unrelated-event';
import type { NotificationSubject } from '../notifications/subject';
import type { Payment, PaymentOrder } from '../payments/payment';
import type { Mall } from '../merchant/mall';
import type { SharedOrder } from '../profit-sharing/sharing-book';
import type { Phone } from '../phone/phone';
import type { ServerApiControls } from '../server-api/controls';
import type { MerchantCertificate } from '../keys/credentials';
import type { SigningShares } from '../keys/signing-shares';
import type { Refund, RefundRequest, RefundRules, RefundStatus } from '../refunds/refund';
import type { UnpaidOrder, UnpaidOrderRequest } from '../payments/unpaid-order';

export type * from '../notifications/options';
export type * from './options';

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
	apiV2Key: string;
}

/** The WeChat Pay credential, with the key of the older API whether or not the node asks for it. */
export type SandboxCredential = WechatPayCredential & { apiV2Key: string };

export interface Sandbox {
	/** Base URL of WeChat Pay's API and of the server API, without a slash at the end. */
	url: string;
	merchant: SandboxMerchant;
	/** The newest. */
	readonly platformCertificate: { serialNo: string; pem: string };
	publicKey: { id: string; pem: string };
	/** Every certificate, the oldest first, and the public key: WeChat's at this moment. */
	readonly verificationKeys: { id: string; pem: string }[];
	/** The WeChat Pay credential filled in for this sandbox, with the first certificate and the public key. */
	credential: SandboxCredential;
	/** How often WeChat signs with which key, and probes. To be changed at any time. */
	shares: SigningShares;
	/** Issues another certificate, which signs from now on and is listed beside the others. */
	rotateCertificate(): Promise<{ serialNo: string; pem: string }>;
	/** Removes a certificate from WeChat. @throws Error for an unknown one, or the only one */
	retireCertificate(serialNo: string): void;
	/** Issues another certificate of the merchant's; the ones before stay valid until they end. */
	renewMerchantCertificate(): Promise<MerchantCertificate>;
	/** Records a paid order. @throws Error when one of its ids is taken */
	pay(order: PaymentOrder): Payment;
	payments(): Payment[];
	/** Records an unpaid order; `pay` with its number pays it. @throws Error when it is taken */
	order(order: UnpaidOrderRequest): UnpaidOrder;
	/** Records a refund of a payment. @throws Error when more is refunded than was paid, or the number is taken */
	refund(payment: Payment, request: RefundRequest): Refund;
	refunds(): Refund[];
	/** Odd trade bills by day, `yyyy-MM-dd`. To be changed at any time. */
	billEdits: Map<string, BillEdit>;
	/** How refunds that are requested over the API end. */
	refundRules: RefundRules;
	/** Changes how a recorded refund ended. */
	settleRefund(refund: Refund, status: RefundStatus): Refund;
	/** A buyer complains about a payment. The merchant is notified if it has registered an address for that. */
	complain(payment: Payment, request: ComplaintRequest): Complaint;
	/** The buyer says something more, or complains again about a complaint that was closed. */
	complainAgain(complaint: Complaint, text: string): Complaint;
	complaints(): Complaint[];
	complaintRules: { historyLimit: number };
	/** Requests to share the money of a payment. */
	sharedOrders(transaction_id: string): SharedOrder[];
	/** Every declaration to customs, void ones too, oldest first. */
	declarations(): CustomsDeclaration[];
	/** How customs answers. */
	customsRules: CustomsRules;
	/** Ends a declaration, or opens it again. */
	settleDeclaration(
		declaration: CustomsDeclaration,
		state: CustomsState,
		explanation?: string,
	): CustomsDeclaration;
	/** Payments of one buyer under one combined order number. */
	combine(payments: Payment[], order?: CombinedOrder): CombinedPayment;
	/** An event unrelated to orders, to be notified. */
	event(example: EventExample, replaced?: Partial<UnrelatedEvent>): UnrelatedEvent;
	/** Faults of calls to the API. */
	faults: Faults;
	/** Every call to the API so far, oldest first. */
	calls(): ApiCall[];
	/** api.weixin.qq.com, which is at `url` too. */
	serverApi: ServerApiControls;
	/** The merchant's own mall, which knows what WeChat Pay does not: lines, recipient, remark. */
	mall: Mall;
	/** The shop and the operator's console, at `/phone/`. */
	phone: Phone;
	/** The notification of a payment, a refund, a combined order or an event, signed, not sent. */
	prepareNotification(subject: NotificationSubject, options?: PrepareOptions): PreparedRequest;
	/** Signs any body as WeChat signs notifications. */
	sign(body: string, options?: SignOptions): PreparedRequest;
	/** One raw delivery: no log, no resends. */
	deliver(url: string, request: PreparedRequest): Promise<DeliveryAnswer>;
	/** Delivers and resends. Resolves when all copies are acknowledged, given up or stopped. @throws Error without a url */
	notify(subject: NotificationSubject, options?: NotifyOptions): Promise<NotifyResult>;
	/** Every attempt so far, oldest first. */
	deliveries(filter?: DeliveryFilter): Delivery[];
	/** Resolves when no notification is under way or waiting for a resend. */
	waitUntilSettled(): Promise<void>;
	/** Cuts open connections, drops the resends and closes the server. */
	stop(): Promise<void>;
}
