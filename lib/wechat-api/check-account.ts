import type { HttpCallContext } from '../core/http';
import { askWechatApi, callWechatApi, type OpenApiAccount } from './call';
import { apiRefusal } from './answer';

const NOT_ALLOWED = 48001;

/**
 * Asks for a token and makes one harmless call with it.
 *
 * @returns the message for a credential that works
 * @throws IntegrationError that names what is wrong: AppID, AppSecret, the blocked IP address (40164),
 * or an account of the other kind (48001)
 */
export async function checkApiAccount(
	account: OpenApiAccount,
	context: HttpCallContext,
): Promise<string> {
	return account.kind === 'shop'
		? await checkShop(account, context)
		: await checkMiniProgram(account, context);
}

async function checkShop(account: OpenApiAccount, context: HttpCallContext) {
	const call = {
		path: '/channels/ec/product/list/get',
		body: { page_size: 1 },
		repeatable: true,
	};
	const { total_num } = await callWechatApi(account, call, context);
	const products = total_num === undefined ? '' : ` It has ${Number(total_num)} products.`;
	return `WeChat Shop ${account.appid} answered.${products}`;
}

async function checkMiniProgram(account: OpenApiAccount, context: HttpCallContext) {
	const call = {
		path: '/wxa/sec/order/is_trade_managed',
		body: { appid: account.appid },
		repeatable: true,
	};
	const answer = await askWechatApi(account, call, context);
	if (answer.errcode !== 0 && answer.errcode !== NOT_ALLOWED) throw apiRefusal(answer);
	const managed = answer.errcode === 0 && answer.body.is_trade_managed === true;
	const shipping = managed
		? 'Order and Shipping Management is on.'
		: 'Order and Shipping Management (订单与发货管理) is off: switch it on at mp.weixin.qq.com → Features (功能) before uploading shipments.';
	return `Mini program ${account.appid} answered. ${shipping}`;
}
