import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { openAccount, type WechatPayAccount } from '../../lib/wechat-pay/account';

const REMEMBERED = 20;
const opened = new Map<string, WechatPayAccount>();

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
	};
	const digest = createHash('sha256').update(JSON.stringify(fields)).digest('base64');
	const known = opened.get(digest);
	if (known) return known;
	const account = openAccount(fields);
	if (opened.size >= REMEMBERED) opened.delete(opened.keys().next().value ?? '');
	opened.set(digest, account);
	return account;
}
