import type { HttpCallContext } from '../../core/http';
import { callWechatApi, type OpenApiAccount } from '../../wechat-api/call';

/** Sets the merchant's note (商家备注) of an order, which only the merchant sees. Replaces the note there is. */
export async function setMerchantNote(
	account: OpenApiAccount,
	orderId: string,
	note: string,
	context: HttpCallContext,
): Promise<void> {
	const body = { order_id: orderId, merchant_notes: note };
	const call = { path: '/channels/ec/order/merchantnotes/update', body, repeatable: true };
	await callWechatApi(account, call, context);
}
