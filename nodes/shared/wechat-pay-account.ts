import { createHash } from 'node:crypto';
import { LoggerProxy, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { explain } from '../../lib/core/errors';
import { openAccount, type WechatPayAccount } from '../../lib/wechat-pay/keys/account';
import { KeyRing } from '../../lib/wechat-pay/api/key-ring';
import { callContext } from './call-context';

const REMEMBERED = 20;
const opened = new Map<string, WechatPayAccount>();
const rings = new WeakMap<WechatPayAccount, KeyRing>();

/**
 * The account of a decrypted WeChat Pay API credential. Parsing keys is slow beside checking a signature,
 * so accounts are remembered by a digest of the credential: a changed one is parsed anew.
 *
 * @throws IntegrationError whose message begins with the name of the wrong field
 */
export function wechatPayAccount(credential: ICredentialDataDecryptedObject): WechatPayAccount {
	const text = (name: string) => String(credential[name] ?? '');
	const fields = {
		mchid: text('mchid'),
		merchantSerial: text('merchantSerial'),
		privateKey: text('privateKey'),
		passphrase: text('passphrase'),
		apiV3Key: text('apiV3Key'),
		verificationKeys: text('verificationKeys'),
		region: (text('region') || 'mainland') as WechatPayAccount['region'],
		baseUrl: text('baseUrl'),
		apiV2Key: text('apiV2Key'),
		apiV2SignType: (text('apiV2SignType') || 'MD5') as 'MD5' | 'HMAC-SHA256',
		platformRefresh: (text('platformRefresh') || 'manual') as 'automatic' | 'manual',
	};
	const digest = createHash('sha256').update(JSON.stringify(fields)).digest('base64');
	const known = opened.get(digest);
	if (known) return known;
	const account = withKeyRing(openAccount(fields));
	if (opened.size >= REMEMBERED) opened.delete(opened.keys().next().value ?? '');
	opened.set(digest, account);
	return account;
}

/** The keys of an account, to be made ready before something is verified with them. */
export function keyRingOf(account: WechatPayAccount): KeyRing | undefined {
	return rings.get(account);
}

/** The account's verification keys become the ring's: whoever verifies with them sees new certificates. */
function withKeyRing(account: WechatPayAccount): WechatPayAccount {
	const ring = new KeyRing(account, callContext, (error) =>
		LoggerProxy.warn(`WeChat Pay platform certificates were not refreshed. ${explain(error)}`),
	);
	const withKeys = { ...account, verificationKeys: ring.keys };
	rings.set(withKeys, ring);
	return withKeys;
}
