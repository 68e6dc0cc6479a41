import type { HttpCallContext } from '../../core/http';
import { callWechatApi, type OpenApiAccount } from '../../wechat-api/call';
import type { Carrier } from '../../wechat-api/shipping/carriers';

/** The carriers of WeChat Shop, whose codes differ from those for mini programs. */
export async function fetchShopCarriers(
	account: OpenApiAccount,
	context: HttpCallContext,
): Promise<Carrier[]> {
	const path = '/channels/ec/order/deliverycompanylist/new/get';
	const body = { ewaybill_only: false };
	const { company_list: list } = await callWechatApi(
		account,
		{ path, body, repeatable: true },
		context,
	);
	return (Array.isArray(list) ? (list as Carrier[]) : []).map((one) => ({
		delivery_id: String(one.delivery_id),
		delivery_name: String(one.delivery_name ?? ''),
	}));
}
