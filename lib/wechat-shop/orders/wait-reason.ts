import type { ShopOrder } from './shop-order';
import { statusWait } from './shop-status';

/** The buyer asked for another SKU, and nobody has answered (WeChat, preshipment_change_sku_state). */
const SKU_CHANGE_OPEN = 3;

/** Why the goods of a paid order must not be shipped yet, as sentences; undefined if nothing speaks against it. */
export function waitReason({
	status = 0,
	order_detail: detail = {},
}: ShopOrder): string | undefined {
	const { delivery_info: delivery = {}, product_infos: lines = [] } = detail;
	const asksAddress = status < 30 && Object.keys(delivery.address_under_review ?? {}).length > 0;
	const asksSku = lines.some(
		({ change_sku_info: change }) => change?.preshipment_change_sku_state === SKU_CHANGE_OPEN,
	);
	const reasons = [
		statusWait(status),
		asksAddress &&
			'The buyer asks for another delivery address: accept or reject it at store.weixin.qq.com → Orders (订单管理). WeChat accepts it by itself after 12 hours.',
		asksSku &&
			'The buyer asks for another SKU: accept or reject it at store.weixin.qq.com → Orders (订单管理).',
	].filter(Boolean);
	return reasons.length > 0 ? reasons.join(' ') : undefined;
}
