import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import { textOf } from '../read-body';

/** The AppID whose secret fits. @throws ServerApiError 40002, 41002, 41004, 40013, 40125 for what cannot be a secret, 40001 for another one */
export function checkSecret(
	{ grant_type, appid, secret }: Record<string, unknown>,
	{ serverApi: { miniProgram, shopAccount } }: WeChat,
): string {
	if (grant_type !== 'client_credential') throw new ServerApiError(40002);
	if (textOf(appid) === undefined) throw new ServerApiError(41002);
	if (textOf(secret) === undefined) throw new ServerApiError(41004);
	const account = [miniProgram, shopAccount].find((one) => one.appid === appid);
	if (!account) throw new ServerApiError(40013);
	if (account.secret === secret) return account.appid;
	throw new ServerApiError(/^[0-9a-f]{32}$/.test(String(secret)) ? 40001 : 40125);
}

/** As both token calls answer it. */
export const tokenAnswer = (
	{ access_token, expiresAtMs }: { access_token: string; expiresAtMs: number },
	atMs: number,
): object => ({ access_token, expires_in: Math.floor((expiresAtMs - atMs) / 1000) });
