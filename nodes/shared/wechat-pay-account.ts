import { createHash } from 'node:crypto';
import { LoggerProxy, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { explain } from '../../lib/core/errors';
import type { PathFamily, WechatPayAccount } from '../../lib/wechat-pay/keys/account';
import { openAccount } from '../../lib/wechat-pay/keys/open-account';
import { unixSeconds } from '../../lib/wechat-pay/api/client';
import { KeyRing } from '../../lib/wechat-pay/api/key-ring';
import { downloadCertificates } from '../../lib/wechat-pay/api/platform-certificates';
import { callContext } from './call-context';
import { BoundedMap } from '../../lib/core/memoize';

/** By a digest of the credential: parsing keys is slow compared with checking a signature. */
const accounts = new BoundedMap<string, OpenWechatPayAccount>(20);

/** An account whose verification keys follow WeChat Pay's certificates. */
export interface OpenWechatPayAccount extends WechatPayAccount {
	/** To be prepared before something is verified with `verificationKeys`. */
	keyRing: KeyRing;
}

/**
 * The account of a decrypted WeChat Pay API credential; a changed credential is parsed again.
 *
 * @throws IntegrationError whose message begins with the name of the wrong field
 */
export function wechatPayAccount(credential: ICredentialDataDecryptedObject): OpenWechatPayAccount {
	const text = (name: string) => String(credential[name] ?? '');
	const fields = {
		mchid: text('mchid'),
		merchantSerial: text('merchantSerial'),
		merchantValidUntil: text('merchantValidUntil'),
		privateKey: text('privateKey'),
		passphrase: text('passphrase'),
		apiV3Key: text('apiV3Key'),
		verificationKeys: text('verificationKeys'),
		region: (text('region') || 'mainland') as WechatPayAccount['region'],
		paths: (text('paths') || 'mainland') as PathFamily,
		baseUrl: text('baseUrl'),
		apiV2Key: text('apiV2Key'),
		apiV2SignType: (text('apiV2SignType') || 'MD5') as 'MD5' | 'HMAC-SHA256',
		platformRefresh: (text('platformRefresh') || 'manual') as 'automatic' | 'manual',
	};
	const digest = createHash('sha256').update(JSON.stringify(fields)).digest('base64');
	return accounts.getOrCreate(digest, () => withKeyRing(openAccount(fields)));
}

function withKeyRing(account: WechatPayAccount): OpenWechatPayAccount {
	const keyRing = new KeyRing(account, {
		download: async (known, first) =>
			await downloadCertificates(account, known, first, callContext),
		now: () => unixSeconds(callContext),
		onProblem: (error) =>
			LoggerProxy.warn(`WeChat Pay platform certificates were not refreshed. ${explain(error)}`),
	});
	return { ...account, verificationKeys: keyRing.keys, keyRing };
}
