import { orderTotal } from '../../core/payment-terms';
import type { Mapping } from '../../sku-map/mapping';
import type { PaymentItem } from '../../wechat-pay/notification/items';
import type { Address, Contact } from './recipient';

/** A verified payment, and the Odoo products of its lines. Amounts are in minor units (fen). */
export interface PaidOrder {
	payment: Pick<
		PaymentItem,
		'mchid' | 'out_trade_no' | 'transaction_id' | 'total_fen' | 'lines'
	> & {
		sub_mchid?: string;
		shop_appid?: string;
		/** Empty when it is not known. */
		appid: string;
		payer?: { openid?: string; unionid?: string };
		amount?: { currency?: string };
		lines_problem?: string;
		payer_total_fen?: number;
		success_time?: string;
	};
	/** Absent or `unmapped`: the order becomes a draft for a person to complete. */
	mapping?: Mapping;
	/** What the buyer paid for shipping; included in the total. */
	shippingFen?: number;
	/** Discount of the shop before the payment; not included in the total. */
	discountFen?: number;
	/** The merchant's share of WeChat's coupons; included in the total. */
	merchantCouponFen?: number;
	/** A refund was started in WeChat Pay before the order was recorded. */
	refundStarted?: boolean;
	/** Why the goods must not be shipped yet although they are paid; only for orders of a WeChat Shop. */
	waitReason?: string;
	contact?: Contact;
	address?: Address;
	channel?: Channel;
	/** The buyer's words, on one line. */
	remark?: string;
	isGift?: boolean;
	/** Name that the buyer wants on the invoice. */
	invoiceTitle?: string;
	/** Odoo's format, in the time zone of its user. */
	expectedDelivery?: string;
}

/** Where the order comes from: names of UTM source, medium and campaign, and of a sales team. */
export interface Channel {
	source?: string;
	medium?: string;
	campaign?: string;
	team?: string;
}

/** What to do with an order that was just confirmed and is short of stock. */
export type ShortagePolicy =
	/** Keep its reserved quantity; the rest follows when stock arrives. */
	| 'back_order'
	/** Keep it confirmed, but release its stock for other orders until a person decides. */
	| 'release'
	/** Reset it to a quotation and release its stock. */
	| 'leave_unconfirmed';

/** Ids are database ids; absent options are left to Odoo. */
export interface RecordOptions {
	/** `odoo`: the taxes that Odoo sets for the products; `none`: lines without taxes. */
	taxes: 'odoo' | 'none';
	/** Maps the taxes of products; only with `taxes: 'odoo'`. */
	fiscalPositionId?: number;
	/** The same for a buyer without an address; absent: `fiscalPositionId`. */
	noAddressFiscalPositionId?: number;
	/** Country of a new contact whose address names none; absent: no country. */
	defaultCountryId?: number;
	/** Pricelist in the currency of the payment; absent: the only active one in that currency. */
	pricelistId?: number;
	/** User who gets the review activities; absent: the user of the connection. */
	reviewerId?: number;
	/** Product of the shipping line. */
	shippingProductId?: number;
	/** Product of the lines for discounts and the merchant's coupons. */
	discountProductId?: number;
	companyId?: number;
	warehouseId?: number;
	teamId?: number;
	tagIds?: number[];
	/** Absent: `back_order`. */
	whenShort?: ShortagePolicy;
	/** Whether to confirm orders without entries in the change log of orders and deliveries. */
	withoutChangeLog?: boolean;
	/** Whether to complete and confirm drafts whose SKUs are mapped now. */
	completeDrafts?: boolean;
}

/** ISO 4217. Payments of mainland merchants may have no currency: they are in yuan. */
export const paymentCurrency = ({ payment }: Pick<PaidOrder, 'payment'>): string =>
	payment.amount?.currency ?? 'CNY';

export const isMapped = ({ mapping }: PaidOrder): boolean =>
	mapping?.status === 'mapped' && mapping.lines.length > 0;

/** Whether the payment can become an order with products, and not only a draft with notes. */
export const isOrderable = (order: PaidOrder): boolean =>
	isMapped(order) && order.payment.total_fen > 0;

/** One line that the sale order should have. */
export interface WantedLine {
	/** Part of the external id of the line, unique within the order. */
	key: string;
	product_id: number;
	quantity: number;
	/** Fen per unit, negative for a discount; absent: Odoo's price. */
	unit_price_fen?: number;
}

/** Lines of the goods, then of shipping, discount and coupon if there is a product for them. */
export function wantedLines(order: PaidOrder, options: RecordOptions): WantedLine[] {
	const goods = (order.mapping?.lines ?? []).map((line, index) => ({
		key: `line_${index + 1}`,
		product_id: line.product_id,
		quantity: line.quantity,
		...(line.unit_price_fen !== undefined && { unit_price_fen: line.unit_price_fen }),
	}));
	const { shippingProductId, discountProductId } = options;
	return [
		...goods,
		...extraLine('shipping', shippingProductId, order.shippingFen ?? 0),
		...extraLine('discount', discountProductId, -(order.discountFen ?? 0)),
		...extraLine('coupon', discountProductId, -(order.merchantCouponFen ?? 0)),
	];
}

const extraLine = (key: string, product: number | undefined, fen: number): WantedLine[] =>
	product === undefined || fen === 0
		? []
		: [{ key, product_id: product, quantity: 1, unit_price_fen: fen }];

/** The total that the sale order should have, in fen. */
export const wantedTotal = (order: PaidOrder, { discountProductId }: RecordOptions): number =>
	orderTotal(order.payment.total_fen, discountProductId ? (order.merchantCouponFen ?? 0) : 0);

/** Whether every line has a price. Otherwise Odoo's prices are used for all of them. */
export const isPriced = (lines: WantedLine[]): boolean =>
	lines.every(({ unit_price_fen: price }) => price !== undefined);
