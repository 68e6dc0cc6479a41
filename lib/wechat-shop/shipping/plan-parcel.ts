import type { ShopLine, ShopOrder, ShopParcel } from '../orders/shop-order';

/** What left the warehouse in one parcel. */
export interface ParcelToSend {
	/** WeChat's code of the carrier. */
	delivery_id: string;
	waybill_id: string;
	/** SKU codes and units. */
	lines: Array<{ sku: string; quantity: number }>;
	/** Nothing of the order follows: all that is left goes with this parcel. */
	complete: boolean;
}

export interface ParcelProduct {
	product_id: string;
	sku_id: string;
	product_cnt: number;
}

/** The products of a parcel for WeChat, or why there is nothing to send. */
export type ParcelPlan = { products: ParcelProduct[] } | { known: true } | { problem: string };

const SHIPPABLE = [20, 21];

/**
 * Compares a parcel with what WeChat has of the order. A parcel that WeChat knows is not sent again, and a
 * product is never guessed: lines that do not name a SKU of the order are a problem, unless the parcel
 * completes the order.
 */
export function planParcel(order: ShopOrder, parcel: ParcelToSend): ParcelPlan {
	const { product_infos: lines = [], delivery_info: delivery = {} } = order.order_detail ?? {};
	const parcels = delivery.delivery_product_info ?? [];
	if (parcels.some((one) => isSame(one, parcel))) return { known: true };
	if ((delivery.deliver_method ?? 0) !== 0) {
		return { problem: 'The order is for virtual goods, which have no parcel.' };
	}
	const left = leftToShip(lines, parcels);
	if (left.length === 0)
		return { problem: 'WeChat Shop has shipped all of this order with other waybills.' };
	if (!SHIPPABLE.includes(order.status ?? 0)) {
		return {
			problem: `The order has the status ${order.status ?? 0} in WeChat Shop, which does not allow shipping.`,
		};
	}
	if (parcel.complete) return { products: left.map(({ product }) => product) };
	const products: ParcelProduct[] = [];
	for (const { sku, quantity } of parcel.lines) {
		const found = left.find(({ names }) => names.includes(sku));
		if (!found) return { problem: `The order has no unshipped SKU "${sku}" in WeChat Shop.` };
		if (quantity > found.product.product_cnt) {
			return {
				problem: `Only ${found.product.product_cnt} of SKU "${sku}" are left to ship in WeChat Shop.`,
			};
		}
		products.push({ ...found.product, product_cnt: quantity });
	}
	return { products };
}

const isSame = (one: ShopParcel, { delivery_id, waybill_id }: ParcelToSend): boolean =>
	String(one.waybill_id) === waybill_id && String(one.delivery_id) === delivery_id;

/** Units of each SKU that are neither shipped nor refunded; a gift of a SKU counts with its other lines. */
function leftToShip(lines: ShopLine[], parcels: ShopParcel[]) {
	const products = new Map<string, { names: string[]; product: ParcelProduct }>();
	for (const line of lines) {
		const sku_id = String(line.sku_id ?? '');
		const known = products.get(sku_id) ?? {
			names: [line.sku_code, line.out_sku_id, line.sku_id].map((name) => String(name ?? '')),
			product: { product_id: String(line.product_id ?? ''), sku_id, product_cnt: 0 },
		};
		known.product.product_cnt += (line.sku_cnt ?? 0) - (line.finish_aftersale_sku_cnt ?? 0);
		products.set(sku_id, known);
	}
	for (const { sku_id, product_cnt = 0 } of parcels.flatMap((one) => one.product_infos ?? [])) {
		const known = products.get(String(sku_id));
		if (known) known.product.product_cnt -= product_cnt;
	}
	return [...products.values()].filter(({ product }) => product.product_cnt > 0);
}
