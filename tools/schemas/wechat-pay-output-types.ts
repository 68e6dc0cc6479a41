import type { JsonObject } from '../../lib/core/json';
import type { PaymentItem, RefundItem } from '../../lib/wechat-pay/notification/items';

/** Amounts of a bill: decimal text, and the integer in the smallest unit of its currency. */
type Amounts<Field extends string> = Partial<
	Record<Field, string> & Record<`${Field}_fen`, number>
>;

interface BillRow {
	bill: { kind: string; date: string; sha1?: string };
	/** A field that could not be read. */
	problem?: string;
}

/** What trade bill and statement have in common. WeChat leaves out what is empty. */
interface OrderRow extends BillRow {
	trade_time?: string;
	appid?: string;
	mchid?: string;
	sub_mchid?: string;
	transaction_id?: string;
	out_trade_no?: string;
	openid?: string;
	trade_type?: string;
	trade_state?: string;
	refund_id?: string;
	out_refund_no?: string;
	refund_status?: string;
	description?: string;
	attach?: string;
	currency?: string;
	rate?: string;
}

interface Shares extends JsonObject {
	transaction_id: string;
	out_order_no: string;
	order_id?: string;
	state: string;
	receivers: Array<{ type: string; account: string; amount: number; result?: string }>;
}

interface ShareReturned extends JsonObject {
	out_order_no: string;
	out_return_no: string;
	return_mchid: string;
	amount: number;
	result: string;
}

interface Receiver extends JsonObject {
	type: string;
	account: string;
}

/** The items of bills, answers to notifications and profit sharing. */
export interface WechatPayOutputs {
	'WechatPay/bill/getTrade': OrderRow &
		Amounts<'total' | 'settlement_total' | 'coupon' | 'fee' | 'refund' | 'settlement_refund'> & {
			refund_create_time?: string;
			refund_success_time?: string;
		} & JsonObject;
	'WechatPay/bill/getStatement': OrderRow &
		Amounts<
			'total' | 'payer_total' | 'settlement_total' | 'fee' | 'refund' | 'settlement_refund'
		> & {
			payer_currency?: string;
			settlement_currency?: string;
			exchange_rate?: string;
		} & JsonObject;
	'WechatPay/bill/getFundFlow': BillRow &
		Amounts<'amount' | 'balance'> & {
			booked_time?: string;
			flow_id?: string;
			wechatpay_id?: string;
			business_name?: string;
			business_type?: string;
			direction?: string;
			remark?: string;
			voucher_id?: string;
		} & JsonObject;
	'WechatPay/notification/acknowledge': (PaymentItem | RefundItem) & JsonObject;
	'WechatPay/notification/refuse': (PaymentItem | RefundItem) & JsonObject;
	'WechatPay/profitSharing/addReceiver': Receiver;
	'WechatPay/profitSharing/deleteReceiver': Receiver;
	'WechatPay/profitSharing/share': Shares;
	'WechatPay/profitSharing/unfreeze': Shares;
	'WechatPay/profitSharing/getShare': Shares;
	'WechatPay/profitSharing/createReturn': ShareReturned;
	'WechatPay/profitSharing/getReturn': ShareReturned;
}
