import type { PlatformKeys } from '../keys/platform-keys';
import type { NotificationSubject } from '../notifications/subject';
import type { NotifyOptions, Sandbox } from '../platform/sandbox';

/** What the control routes may do. */
export type Controls = Omit<
	Sandbox,
	'url' | 'merchant' | 'publicKey' | 'credential' | 'stop' | keyof PlatformKeys
> & { keys: PlatformKeys };

/** One way to drive a sandbox from outside its process. */
export interface ControlRoute {
	method: 'GET' | 'POST' | 'DELETE';
	/** Below `/sandbox`. */
	path: string;
	/** What is answered as JSON; POST creates. @throws Error saying what is wrong with the request */
	handle(asked: { body: string; query: URLSearchParams }, sandbox: Controls): unknown;
}

/** How a subject that is posted is notified: `false` for not at all. */
export type NotifyWish = NotifyOptions | false | undefined;

/** Where it goes; undefined for nowhere. @throws Error when that is no address */
export function wantedUrl(notify: NotifyWish, { phone }: Controls): string | undefined {
	if (notify === false) return undefined;
	const url = notify?.url ?? phone.notifyUrl;
	if (notify && !URL.canParse(url ?? '')) throw new Error('notify.url is no address');
	return url;
}

/** Sends it on its way without waiting. @throws Error when there is no such notification */
export function notifyWished(
	subject: NotificationSubject,
	notify: NotifyWish,
	sandbox: Controls,
): void {
	const url = wantedUrl(notify, sandbox);
	if (url === undefined) return;
	// Written once for its errors, which would otherwise end nowhere.
	sandbox.prepareNotification(subject, notify || {});
	void sandbox.notify(subject, { ...notify, url });
}
