import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { OfMerchant } from '../../../lib/wechat-pay/api/endpoints';
import type { WechatPayAccount } from '../../../lib/wechat-pay/keys/account';
import { textParameter } from '../../shared/parameter-text';
import { wechatPayAccount } from '../../shared/wechat-pay-account';

export type Show = Record<'resource' | 'operation', string[]>;

/** Calls for an order of a service provider's merchant name it; the field takes it from the item. */
export const subMerchantField = (show: Show): INodeProperties => ({
	displayName: 'Sub-Merchant ID',
	name: 'subMchid',
	type: 'string',
	default: '={{ $json.sub_mchid }}',
	displayOptions: { show },
	description:
		'Only for service providers: the sub_mchid of the merchant that the order was made for. Empty for your own orders.',
});

/** What `subMerchantField` says, for calls. */
export function ofMerchant(context: IExecuteFunctions, index: number): OfMerchant {
	const sub_mchid = textParameter(context, 'subMchid', index);
	return sub_mchid ? { sub_mchid } : {};
}

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
