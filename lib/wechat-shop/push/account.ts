import { credentialError } from '../../core/errors';

/** Where the three values are found. */
export const MESSAGE_PUSH =
	'store.weixin.qq.com → Service Market (服务市场) → Own Development (自研) → Message Push (消息推送)';

/** A WeChat Shop as its message push knows it. */
export interface PushAccount {
	appid: string;
	token: string;
	/** AES-256, 32 bytes; the first half is the initialization vector. */
	key: Buffer;
}

/**
 * Checks and decodes the fields of the WeChat Shop API credential.
 *
 * @param encodingAesKey 43 characters of base64
 * @throws IntegrationError whose message begins with the name of the wrong field
 */
export function openPushAccount({
	appid,
	token,
	encodingAesKey,
}: {
	appid: string;
	token: string;
	encodingAesKey: string;
}): PushAccount {
	const field = (name: string, code: string, message: string) =>
		credentialError(name, code, message, {
			likelyCause: 'The field is empty, or a part of the value was not copied.',
			nextStep: `Copy it from ${MESSAGE_PUSH} into the WeChat Shop API credential.`,
		});
	if (!/^wx[0-9a-z]{16}$/.test(appid)) {
		throw field('App ID', 'WECHAT_APPID_INVALID', 'it is not wx and 16 letters or digits.');
	}
	if (!/^[0-9A-Za-z]{3,32}$/.test(token)) {
		throw field('Push Token', 'WECHAT_PUSH_TOKEN_INVALID', 'it is not 3 to 32 letters and digits.');
	}
	if (!/^[0-9A-Za-z]{43}$/.test(encodingAesKey)) {
		const message = 'it is not 43 letters and digits.';
		throw field('Encoding AES Key', 'WECHAT_PUSH_KEY_INVALID', message);
	}
	return { appid, token, key: Buffer.from(`${encodingAesKey}=`, 'base64') };
}
