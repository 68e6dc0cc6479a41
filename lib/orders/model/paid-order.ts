import type { Mapping } from '../../sku-map/mapping';
import type { PaymentItem } from '../../wechat-pay/notification/items';
import { externalIdPart } from '../../odoo/external-ids';
import type { IntegrationError } from '../../core/errors';
import type { RecordedOrder } from './recorded-order';
import type { Address, Contact } from './recipient';

/** A verified payment and what its lines mean in Odoo. */
export interface PaidOrder {
	payment: Pick<
		PaymentItem,
		'mchid' | 'appid' | 'out_trade_no' | 'transaction_id' | 'total_fen' | 'lines'
	> & {
		payer?: { openid?: string; unionid?: string };
		amount?: { currency?: string };
		lines_problem?: string;
		payer_total_fen?: number;
		success_time?: string;
	};
	/** Absent or `unmapped`: the order is left to a person, as a draft. */
	mapping?: Mapping;
	/** What the buyer paid for shipping, part of the total. */
	shippingFen?: number;
	/** What the shop took off before the payment, not part of the total. */
	discountFen?: number;
	/** The merchant's part of WeChat's coupons, part of the total. */
	merchantCouponFen?: number;
	contact?: Contact;
	address?: Address;
	/** Names of UTM medium and campaign. */
	channel?: { medium?: string; campaign?: string };
}

/** What to do with an order that was just confirmed and misses pieces. */
export type ShortagePolicy =
	/** It keeps what is held back for it; the rest follows when stock arrives. */
	| 'back_order'
	/** It stays confirmed, but lets go of its pieces, for others, until a person decides. */
	| 'release'
	/** It becomes a draft again, with nothing held back. */
	| 'leave_unconfirmed';

/** Ids are database ids; what is absent is left to Odoo. */
export interface RecordOptions {
	/** `odoo`: taxes as Odoo sets them on the products; `none`: lines without taxes. */
	taxes: 'odoo' | 'none';
	/** Maps the products' taxes, with `taxes: 'odoo'`. */
	fiscalPositionId?: number;
	/** Pricelist in the payment's currency; absent: the only active one in that currency. */
	pricelistId?: number;
	/** User who gets the activities of orders to review; absent: the user of the connection. */
	reviewerId?: number;
	/** Products of the lines for shipping, and for discounts and the merchant's coupons. */
	shippingProductId?: number;
	discountProductId?: number;
	companyId?: number;
	warehouseId?: number;
	teamId?: number;
	tagIds?: number[];
	/** Absent: `back_order`. */
	whenShort?: ShortagePolicy;
	/** Drafts that wait for a SKU get their products, and are confirmed. */
	completeDrafts?: boolean;
}

/** What became of one payment. */
export type RecordOutcome = { recorded: RecordedOrder } | { error: IntegrationError };

/** Everything that makes a payment unique: WeChat numbers transactions over all merchants, but says so nowhere. */
export const paymentKey = ({ payment }: PaidOrder): string =>
	`${externalIdPart(payment.mchid)}_${externalIdPart(payment.transaction_id)}`;

/** External id of the payment's sale order: Odoo holds it unique, whoever writes at the same time. */
export const orderExternalId = (order: PaidOrder): string => `wechat_pay.${paymentKey(order)}`;

/** What every paid order's source document begins with. */
export const ORIGIN = 'WeChat Pay ';

/** The order's source document, for people and as a second way to find it. */
export const orderOrigin = ({ payment }: PaidOrder): string => `${ORIGIN}${payment.out_trade_no}`;

/** ISO 4217; WeChat's mainland merchants know only yuan. */
export const paymentCurrency = ({ payment }: PaidOrder): string =>
	payment.amount?.currency ?? 'CNY';

export const isMapped = ({ mapping }: PaidOrder): boolean =>
	mapping?.status === 'mapped' && mapping.lines.length > 0;
