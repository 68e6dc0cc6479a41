import type { WeChat } from '../platform/wechat';

/** How an envelope is labelled, and what it carries encrypted. */
export interface NotificationContent {
	eventType: string;
	originalType: string;
	summary: string;
	/** The object that is encrypted; keys in WeChat's order. */
	resource: unknown;
}

/** Who is notified; `subMchid` is the merchant of a partner. */
export type Notified = Pick<WeChat, 'mchid' | 'appid'> & { subMchid: string };

/** One kind of notification. */
export type NotificationKind<Subject> = (
	subject: Subject,
	notified: Notified,
) => NotificationContent;
