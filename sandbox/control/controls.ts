import type { PlatformKeys } from '../keys/platform-keys';
import type { NotificationSubject } from '../notifications/subject';
import type { Payment } from '../payments/payment';
import type { NotifyOptions, Sandbox } from '../platform/sandbox';

/** What the control routes may do. */
export type Controls = Omit<
	Sandbox,
	'url' | 'merchant' | 'publicKey' | 'credential' | 'stop' | keyof PlatformKeys
> & { keys: PlatformKeys };

/** How to add the ways to drive a sandbox from outside its process, below `/sandbox`: JSON in, JSON out. */
export interface ControlRoutes {
	get(path: string, read: (query: Record<string, string>) => unknown): void;
	/** Answers 201. @throws Error with what is wrong with the request */
	post<Body>(path: string, act: (body: Body) => unknown): void;
	delete(path: string, remove: () => unknown): void;
}

/** How a subject that is posted is notified: `false` for not at all. */
export type NotifyWish = NotifyOptions | false | undefined;

/** Where the notification goes; undefined for nowhere. @throws Error for an invalid address */
export function wantedUrl(notify: NotifyWish, { phone }: Controls): string | undefined {
	if (notify === false) return undefined;
	const url = notify?.url ?? phone.notifyUrl;
	if (notify && !URL.canParse(url ?? '')) throw new Error('notify.url is no address');
	return url;
}

/** Sends it without waiting. @throws Error when there is no such notification */
export function notifyWished(
	subject: NotificationSubject,
	notify: NotifyWish,
	sandbox: Controls,
): void {
	const url = wantedUrl(notify, sandbox);
	if (url === undefined) return;
	// Written once for its errors, which would otherwise be lost.
	sandbox.prepareNotification(subject, notify || {});
	void sandbox.notify(subject, { ...notify, url });
}

/** The numbers that name a payment. One is enough. */
export interface PaymentNumbers {
	out_trade_no?: string | undefined;
	transaction_id?: string | undefined;
}

/** The payment with one of the numbers. @throws Error when there is none */
export function paidWith(
	{ out_trade_no, transaction_id }: PaymentNumbers,
	sandbox: Controls,
): Payment {
	const payment = sandbox
		.payments()
		.find((one) => one.out_trade_no === out_trade_no || one.transaction_id === transaction_id);
	if (!payment) throw new Error('There is no such payment: give out_trade_no or transaction_id');
	return payment;
}
