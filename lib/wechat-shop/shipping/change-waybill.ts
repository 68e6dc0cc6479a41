import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { callWechatApi, type OpenApiAccount } from '../../wechat-api/call';
import { getShopOrder } from '../orders/get-order';

interface Waybill {
	delivery_id: string;
	waybill_id: string;
}

/**
 * Replaces the waybill of a shipped parcel. WeChat's page allows it once in one place and three times in
 * another, so it is not done without need: a waybill that is right already is left alone.
 *
 * @param old number of the waybill to replace
 * @returns whether anything was changed
 * @throws IntegrationError `SHOP_WAYBILL_UNKNOWN`, or WeChat's refusal
 */
export async function changeWaybill(
	account: OpenApiAccount,
	orderId: string,
	old: string,
	next: Waybill,
	context: HttpCallContext,
): Promise<boolean> {
	const order = await getShopOrder(account, orderId, context);
	const parcels = order.order_detail?.delivery_info?.delivery_product_info ?? [];
	const isNext = ({ waybill_id, delivery_id }: Partial<Waybill>) =>
		waybill_id === next.waybill_id && delivery_id === next.delivery_id;
	if (parcels.some(isNext)) return false;
	const parcel = parcels.find(({ waybill_id }) => waybill_id === old);
	if (!parcel) throw unknown(old);
	const { delivery_id, waybill_id, product_infos } = parcel;
	const change = {
		old: { deliver_type: 1, delivery_id, waybill_id, product_infos },
		new: { deliver_type: 1, ...next, product_infos },
	};
	const body = { order_id: orderId, change_infos: [change] };
	const call = { path: '/channels/ec/order/deliveryinfo/update', body, repeatable: false };
	await callWechatApi(account, call, context);
	return true;
}

const unknown = (waybill: string) =>
	new IntegrationError({
		code: 'SHOP_WAYBILL_UNKNOWN',
		message: `The order has no parcel with the waybill ${waybill} in WeChat Shop.`,
		likelyCause: 'The parcel was never shipped there, or its waybill was changed before.',
		nextStep: 'Get the order with WeChat Shop and look at its delivery_product_info.',
	});
