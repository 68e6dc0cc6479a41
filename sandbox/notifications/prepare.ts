import type { PrepareOptions, PreparedRequest, SignOptions } from '../types';
import { signatureHeaders, type WeChat } from '../wechat';
import { envelope, notificationId } from './envelope';
import type { NotificationKind } from './notification';

/** A notification before it is signed: the body stays the same over all resends. */
export interface UnsignedNotification {
	id: string;
	body: string;
}

export function writeNotification<Subject>(
	wechat: WeChat,
	kind: NotificationKind<Subject>,
	subject: Subject,
	options: PrepareOptions = {},
): UnsignedNotification {
	const id = notificationId(wechat.random);
	const body = envelope({
		id,
		atMs: options.atMs ?? wechat.now(),
		eventType: options.eventType ?? kind.eventType,
		originalType: options.originalType ?? kind.originalType,
		summary: kind.summary,
		resource: options.resource ?? kind.resource(subject),
		apiV3Key: options.apiV3Key ?? wechat.apiV3Key,
		random: wechat.random,
	});
	return { id, body };
}

/** The POST that WeChat makes for a body, signed at this moment. */
export function signNotification(
	wechat: WeChat,
	body: string,
	options: SignOptions = {},
): PreparedRequest {
	return {
		headers: {
			'Content-Type': 'application/json',
			Accept: '*/*',
			'User-Agent': 'Mozilla/4.0',
			Pragma: 'no-cache',
			...signatureHeaders(wechat, body, options),
		},
		body,
	};
}
