import { X509Certificate } from 'node:crypto';

import { BillFiles, type BillEdit } from '../bills/bill-files';
import type { CombinedPayment } from '../payments/combined-payment';
import type { BillSchedule } from './options';
import type { Refund, RefundRules } from '../refunds/refund';
import type { Credentials, PlatformCertificate } from '../keys/credentials';
import type { FeeRates } from '../payments/fees';
import type { ComplaintNotice } from '../complaints/complaint';
import { ComplaintBook } from '../complaints/complaint-book';
import { CustomsBook } from '../customs/customs-book';
import { customsRules, type CustomsRules } from '../customs/declaration';
import { FaultList, type ApiCall } from '../server/faults';
import { PaymentBook } from '../payments/payment-book';
import { chance, type RandomSource } from '../core/random';
import { SharingBook } from '../profit-sharing/sharing-book';
import { RefundBook } from '../refunds/refund-book';
import { createServerApi, type ServerApi } from '../server-api/server-api';
import type { ServerApiRules } from '../server-api/rules';
import type { SigningShares } from '../keys/signing-shares';
import type { KeyMode, NotificationForm } from '../notifications/options';

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
	/** Check what the merchant signed, the oldest first. */
	merchantCertificates: X509Certificate[];
	payments: PaymentBook;
	refunds: RefundBook;
	combined: CombinedPayment[];
	refundRules: RefundRules;
	customs: CustomsBook;
	customsRules: CustomsRules;
	sharing: SharingBook;
	complaints: ComplaintBook;
	/** How many steps of a history WeChat answers at once. */
	complaintRules: { historyLimit: number };
	billFiles: BillFiles;
	/** By day, `yyyy-MM-dd`. */
	billEdits: Map<string, BillEdit>;
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
	notifyRefund: (refund: Refund, url: string, as: NotificationForm) => void;
	/** Sends the notification of a complaint to the address that is registered for them, if there is one. */
	notifyComplaint: (notice: ComplaintNotice) => void;
	/** WeChat's clock, milliseconds since 1970. */
	now: () => number;
	random: RandomSource;
}

type Own =
	| 'merchantCertificates'
	| 'certificates'
	| 'payments'
	| 'refunds'
	| 'combined'
	| 'refundRules'
	| 'customs'
	| 'customsRules'
	| 'sharing'
	| 'complaints'
	| 'complaintRules'
	| 'billFiles'
	| 'billEdits'
	| 'calls'
	| 'faults'
	| 'serverApi'
	| 'apiUrl'
	| 'notifyRefund'
	| 'notifyComplaint';
export type WeChatSetting = Omit<WeChat, Own>;

export function createWeChat(setting: WeChatSetting, rules?: Partial<ServerApiRules>): WeChat {
	const certificate = new X509Certificate(setting.credentials.merchantCertificatePem);
	const wechat: WeChat = {
		...setting,
		merchantCertificates: [certificate],
		certificates: [setting.credentials.platformCertificate],
		payments: new PaymentBook(),
		refunds: new RefundBook(),
		combined: [],
		refundRules: { outcome: 'SUCCESS', available: Infinity },
		customs: new CustomsBook(),
		customsRules: customsRules(),
		sharing: new SharingBook(),
		complaints: new ComplaintBook({
			...setting,
			imageUrl: (id) => `${wechat.apiUrl}/v3/merchant-service/images/${id}`,
		}),
		complaintRules: { historyLimit: 300 },
		billFiles: new BillFiles(),
		billEdits: new Map(),
		faults: new FaultList((share) => chance(setting.random, share)),
		calls: [],
		serverApi: createServerApi(setting.appid, setting.random, rules),
		apiUrl: '',
		notifyRefund: () => undefined,
		notifyComplaint: () => undefined,
	};
	return wechat;
}
