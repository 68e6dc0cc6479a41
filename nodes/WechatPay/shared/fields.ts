import type { IExecuteFunctions } from 'n8n-workflow';

import type { WechatPayAccount } from '../../../lib/wechat-pay/keys/account';
import { wechatPayAccount } from '../../shared/wechat-pay-account';

export type Show = Record<'resource' | 'operation', string[]>;

export { textParameter } from '../../shared/parameter-text';

/** The account of the node's credential, with the keys that its answers are verified with. */
export async function accountOf(
	context: IExecuteFunctions,
	index: number,
): Promise<WechatPayAccount> {
	const account = wechatPayAccount(await context.getCredentials('wechatPayApi', index));
	await account.keyRing.fill();
	return account;
}
