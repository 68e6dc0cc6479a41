import { ALPHANUMERIC, randomText, chance } from '../core/random';
import type { SignOptions } from '../notifications/options';
import type { WeChat } from '../platform/wechat';
import type { PlatformCertificate, SigningKey } from './credentials';
import { SIGNATURE_TYPE, signText, textToSign } from './signature';

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

type Keys = Pick<WeChat, 'certificates' | 'credentials' | 'keyMode' | 'random' | 'shares'>;

/** The key that signs a notification. @throws Error when `keyId` names none of WeChat's */
export function signingKey(wechat: Keys, { keyId, keyMode }: SignOptions = {}): SigningKey {
	if (keyId !== undefined) {
		const key = keyWithId(wechat, keyId);
		if (!key) throw new Error(`WeChat has no key ${keyId}`);
		return key;
	}
	if (keyMode === 'certificate') return signingCertificate(wechat);
	const migrated = keyMode ?? wechat.keyMode;
	if (migrated === 'publicKey' || chance(wechat.random, wechat.shares.publicKey)) {
		return wechat.credentials.publicKey;
	}
	return signingCertificate(wechat);
}

function signingCertificate({ certificates, random, shares }: Keys): PlatformCertificate {
	const newest = chance(random, shares.newestCertificate);
	return (newest ? undefined : certificates.at(-2)) ?? (certificates.at(-1) as PlatformCertificate);
}

export function keyWithId({ certificates, credentials }: Keys, id: string): SigningKey | undefined {
	return allKeys({ certificates, credentials }).find((key) => key.id === id);
}

/** Everything that a merchant can be asked to verify with, the oldest certificate first. */
export const allKeys = ({
	certificates,
	credentials,
}: Pick<Keys, 'certificates' | 'credentials'>): SigningKey[] => [
	...certificates,
	credentials.publicKey,
];
