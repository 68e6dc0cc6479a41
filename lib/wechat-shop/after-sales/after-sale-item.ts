import { toBeijingTime } from '../../core/beijing-time';
import { money, toDecimal } from '../../core/money';
import { safeCode, safeLine } from '../../core/outside-text';

/** An after-sale as WeChat returns it. Every field is optional, unknown ones are kept. */
export interface ShopAfterSale {
	after_sale_order_id?: string;
	order_id?: string;
	/** `REFUND`, `RETURN` or `EXCHANGE`. */
	type?: string;
	status?: string;
	reason_text?: string;
	product_info?: { product_id?: string; sku_id?: string; sku_code?: string; count?: number };
	refund_info?: { amount?: number };
	return_info?: { waybill_id?: string; delivery_name?: string };
	/** Seconds left, or a time: WeChat's pages differ. */
	deadline?: number;
	complete_time?: number;
	update_time?: number;
}

/** What an after-sale asks of the merchant. */
export type AfterSaleStage =
	| 'to_decide'
	| 'returning'
	| 'to_receive'
	| 'refunded'
	| 'closed'
	| 'wait'
	| 'check';

const STAGES: Record<string, AfterSaleStage | undefined> = {
	MERCHANT_PROCESSING: 'to_decide',
	USER_WAIT_RETURN: 'returning',
	MERCHANT_WAIT_RECEIPT: 'to_receive',
	MERCHANT_REFUND_SUCCESS: 'refunded',
	MERCHANT_RETURN_SUCCESS: 'refunded',
	USER_CANCELD: 'closed',
	RETURN_CLOSED: 'closed',
	MERCHANT_FAIL: 'closed',
	MERCHANT_REJECT_REFUND: 'closed',
	MERCHANT_REJECT_RETURN: 'closed',
	MERCHANT_REJECT_EXCHANGE: 'closed',
	MERCHANT_REJECT_RESHIP: 'closed',
	MERCHANT_EXCHANGE_SUCCESS: 'closed',
	PLATFORM_REFUNDING: 'wait',
	USER_WAIT_CONFIRM: 'wait',
	USER_WAIT_CONFIRM_UPDATE: 'wait',
	USER_WAIT_HANDLE_MERCHANT_AFTER_SALE: 'wait',
	USER_WAIT_RECEIPT: 'wait',
	WAIT_PACKAGE_INTERCEPT: 'wait',
};

/** Smaller values are seconds left. */
const FIRST_TIME = 1_000_000_000;

/**
 * An after-sale as an item: with the names of its order, and, once the buyer has the money, in the form of
 * a refund of WeChat Pay, so that Odoo Sale records it. An unknown status is for a person to check.
 *
 * @param orderTotalFen what the buyer paid for the whole order
 * @param nowMs milliseconds since 1970
 */
export function afterSaleItem(
	afterSale: ShopAfterSale,
	appid: string,
	orderTotalFen: number,
	nowMs: number,
) {
	const order = safeCode(String(afterSale.order_id ?? ''));
	const id = safeCode(String(afterSale.after_sale_order_id ?? ''));
	const amount = afterSale.refund_info?.amount ?? 0;
	const stage = STAGES[afterSale.status ?? ''] ?? 'check';
	const { deadline, complete_time: done, product_info: product = {} } = afterSale;
	const sku = safeCode(String(product.sku_code || product.sku_id || ''));
	const quantity = product.count ?? 0;
	const due = deadline && (deadline < FIRST_TIME ? nowMs + deadline * 1000 : deadline * 1000);
	return {
		mchid: '' as const,
		shop_appid: appid,
		shop_order_id: order,
		out_trade_no: order,
		transaction_id: order,
		after_sale_id: id,
		type: afterSale.type ?? '',
		status: afterSale.status ?? '',
		stage,
		reason: safeLine(String(afterSale.reason_text ?? '')),
		refund_fen: amount,
		refund: toDecimal(money(amount, 'CNY')),
		refund_id: id,
		out_refund_no: id,
		...(stage === 'refunded' && { refund_status: 'SUCCESS' as const }),
		amount: { total: orderTotalFen, refund: amount, currency: 'CNY' as const },
		...{ sku, quantity },
		lines: [{ sku, quantity, product_id: safeCode(String(product.product_id ?? '')) }],
		...(afterSale.return_info?.waybill_id && {
			return_waybill: safeCode(afterSale.return_info.waybill_id),
		}),
		...(due && { due: toBeijingTime(due) }),
		...(done && { success_time: toBeijingTime(done * 1000) }),
		shop_after_sale: afterSale,
	};
}
