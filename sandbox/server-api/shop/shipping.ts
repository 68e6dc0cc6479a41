import { isObject, type JsonObject } from '../../core/json';
import type { WeChat } from '../../platform/wechat';
import { SHOP_CARRIERS } from '../carriers';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import type { ParcelProduct, ShopOrder, ShopOrderLine, ShopParcel } from './order';
import { apiOrder } from './orders';

/** Ships parcels. Nothing detects a repetition but that the goods are shipped already. */
export function sendDelivery({ body }: ServerApiCall, wechat: WeChat): object {
	const order = apiOrder(body.order_id, wechat);
	const parcels = readParcels(body.delivery_list, wechat);
	checkShippable(order, wechat);
	for (const parcel of parcels) {
		for (const product of parcel.product_infos) ship(order, product);
		order.order_detail.delivery_info.delivery_product_info.push(parcel);
	}
	const { product_infos: lines, delivery_info } = order.order_detail;
	const left = lines.some((line) => toShip(order, line) > 0);
	order.status = left ? 21 : 30;
	order.update_time = seconds(wechat);
	if (!left) delivery_info.ship_done_time = seconds(wechat);
	const { shop } = wechat.serverApi;
	shop.announce('channels_ec_order_deliver', order, { finish_delivery: left ? 0 : 1 });
	return {};
}

/** Replaces waybills of shipped parcels, at most once an order. */
export function changeDelivery({ body }: ServerApiCall, wechat: WeChat): object {
	const order = apiOrder(body.order_id, wechat);
	const secrets = wechat.serverApi.shop.secrets.get(order.order_id);
	const changes = Array.isArray(body.change_infos) ? (body.change_infos as unknown[]) : [];
	if (order.status !== 21 && order.status !== 30) throw new ServerApiError(101100);
	if (changes.length === 0) throw new ServerApiError(40097);
	if (secrets?.waybillChanged) throw new ServerApiError(606041);
	for (const change of changes) {
		const { old, new: next } = isObject(change) ? change : {};
		const [replaced] = readParcels([old], wechat);
		const [parcel] = readParcels([next], wechat);
		const parcels = order.order_detail.delivery_info.delivery_product_info;
		const index = parcels.findIndex((one) => one.waybill_id === replaced?.waybill_id);
		if (index < 0 || !parcel) throw new ServerApiError(606040);
		parcels[index] = { ...parcel, product_infos: parcels[index]!.product_infos };
	}
	if (secrets) secrets.waybillChanged = true;
	order.update_time = seconds(wechat);
	return {};
}

const seconds = ({ now }: WeChat): number => Math.floor(now() / 1000);

function checkShippable(order: ShopOrder, { serverApi: { shop } }: WeChat): void {
	const { product_infos, delivery_info } = order.order_detail;
	if (shop.secrets.get(order.order_id)?.risk) throw new ServerApiError(606049);
	if (delivery_info.address_under_review) throw new ServerApiError(10020115);
	if (order.status === 30) throw new ServerApiError(109001);
	if (order.status !== 20 && order.status !== 21) throw new ServerApiError(101100);
	if (!product_infos.some((line) => toShip(order, line) > 0)) throw new ServerApiError(109001);
}

function ship(order: ShopOrder, { product_id, sku_id, product_cnt }: ParcelProduct): void {
	const lines = order.order_detail.product_infos.filter(
		(line) => line.sku_id === sku_id && line.product_id === product_id,
	);
	if (lines.length === 0) throw new ServerApiError(606031);
	if (lines.some((line) => line.on_aftersale_sku_cnt > 0)) throw new ServerApiError(108009);
	const [line] = lines;
	if (!line || product_cnt > toShip(order, line)) throw new ServerApiError(109000);
}

/** Units of a SKU that may still be shipped. Several lines of one SKU, such as a gift of it, count together. */
function toShip({ order_detail }: ShopOrder, { sku_id }: ShopOrderLine): number {
	const own = order_detail.product_infos.filter((line) => line.sku_id === sku_id);
	const ordered = own.reduce((sum, one) => sum + one.sku_cnt - one.finish_aftersale_sku_cnt, 0);
	const shipped = order_detail.delivery_info.delivery_product_info
		.flatMap(({ product_infos }) => product_infos)
		.filter((one) => one.sku_id === sku_id)
		.reduce((sum, { product_cnt }) => sum + product_cnt, 0);
	return ordered - shipped;
}

/** @throws ServerApiError 40097, 606004, 606005 */
function readParcels(list: unknown, wechat: WeChat): ShopParcel[] {
	if (!Array.isArray(list) || list.length === 0) throw new ServerApiError(40097);
	return list.map((one: unknown) => readParcel(isObject(one) ? one : {}, wechat));
}

function readParcel(parcel: JsonObject, wechat: WeChat): ShopParcel {
	const { deliver_type: type, delivery_id, waybill_id, product_infos } = parcel;
	if (type !== 1) throw new ServerApiError(606008);
	const carrier = SHOP_CARRIERS.find((one) => one.delivery_id === delivery_id);
	if (!carrier) throw new ServerApiError(606004);
	if (typeof waybill_id !== 'string' || waybill_id === '') throw new ServerApiError(606005);
	if (!Array.isArray(product_infos) || product_infos.length === 0) throw new ServerApiError(109002);
	return {
		waybill_id,
		...carrier,
		delivery_time: seconds(wechat),
		deliver_type: 1,
		product_infos: product_infos.map(readProduct),
	};
}

function readProduct(product: unknown): ParcelProduct {
	const { product_id, sku_id, product_cnt } = isObject(product) ? product : {};
	const fits = Number.isInteger(product_cnt) && Number(product_cnt) > 0;
	if (typeof product_id !== 'string' || typeof sku_id !== 'string' || !fits) {
		throw new ServerApiError(40097);
	}
	return { product_id, sku_id, product_cnt: Number(product_cnt) };
}
