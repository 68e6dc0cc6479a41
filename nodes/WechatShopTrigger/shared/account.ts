import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

import { memoizeAsync, youngerThan } from '../../../lib/core/memoize';
import { openPushAccount, type PushAccount } from '../../../lib/wechat-shop/push/account';

/** Reading and decrypting the credential is a good part of a call; many calls arrive together. */
const accounts = memoizeAsync<PushAccount>(200);
const isCurrent = youngerThan(2_000);

/** The push fields of a WeChat Shop API credential. @throws IntegrationError about a field */
export function pushAccountFrom(credential: ICredentialDataDecryptedObject): PushAccount {
	const text = (name: string) => String(credential[name] ?? '').trim();
	return openPushAccount({
		appid: text('appid'),
		token: text('pushToken'),
		encodingAesKey: text('pushSecretKey'),
	});
}

/** The shop that the trigger receives events of. */
export async function pushAccountOf(context: IWebhookFunctions): Promise<PushAccount> {
	const { id } = context.getNode().credentials?.wechatShopApi ?? {};
	const open = async () => pushAccountFrom(await context.getCredentials('wechatShopApi'));
	return id ? await accounts(id, open, isCurrent) : await open();
}
