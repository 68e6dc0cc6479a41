/** How a column of a bill becomes a field. */
export type Column =
	| { field: string; kind: 'text' | 'id' | 'time' }
	/** `currencyOf`: the header of the column that names its currency; yuan when absent. */
	| { field: string; kind: 'amount'; currencyOf: string | undefined };

export interface Layout {
	columns: Record<string, Column>;
	/** Without these the file is not this kind of bill. */
	required: string[];
	/** The summary's count of rows, where there is a summary. */
	count?: string;
}

const text = (field: string): Column => ({ field, kind: 'text' });
const id = (field: string): Column => ({ field, kind: 'id' });
const time = (field: string): Column => ({ field, kind: 'time' });
const amount = (field: string, currencyOf?: string): Column => ({
	field,
	kind: 'amount',
	currencyOf,
});

/** What trade bill and statement have in common. */
const ORDER: Record<string, Column> = {
	交易时间: time('trade_time'),
	公众账号ID: text('appid'),
	商户号: text('mchid'),
	特约商户号: id('sub_mchid'),
	子商户号: id('sub_mchid'),
	设备号: text('device_id'),
	微信订单号: text('transaction_id'),
	商户订单号: text('out_trade_no'),
	用户标识: text('openid'),
	交易类型: text('trade_type'),
	交易状态: text('trade_state'),
	付款银行: text('bank_type'),
	微信退款单号: id('refund_id'),
	商户退款单号: id('out_refund_no'),
	退款类型: text('refund_channel'),
	退款状态: text('refund_status'),
	商品名称: text('description'),
	商户数据包: text('attach'),
	费率: text('rate'),
};

/** `GET /v3/bill/tradebill`, with the names of older layouts. */
export const TRADE: Layout = {
	required: ['交易时间', '微信订单号', '商户订单号', '交易状态'],
	count: '总交易单数',
	columns: {
		...ORDER,
		货币种类: text('currency'),
		应结订单金额: amount('settlement_total'),
		总金额: amount('settlement_total'),
		代金券金额: amount('coupon'),
		代金券或立减优惠金额: amount('coupon'),
		企业红包金额: amount('coupon'),
		退款申请时间: time('refund_create_time'),
		退款成功时间: time('refund_success_time'),
		退款金额: amount('settlement_refund'),
		充值券退款金额: amount('coupon_refund'),
		代金券或立减优惠退款金额: amount('coupon_refund'),
		企业红包退款金额: amount('coupon_refund'),
		手续费: amount('fee'),
		订单金额: amount('total'),
		申请退款金额: amount('refund'),
		费率备注: text('rate_remark'),
	},
};

/** `GET /v3/bill/fundflowbill`. */
export const FUND: Layout = {
	required: ['记账时间', '资金流水单号', '收支类型', '收支金额(元)'],
	count: '资金流水总笔数',
	columns: {
		记账时间: time('booked_time'),
		微信支付业务单号: text('wechatpay_id'),
		资金流水单号: text('flow_id'),
		业务名称: text('business_name'),
		业务类型: text('business_type'),
		收支类型: text('direction'),
		'收支金额(元)': amount('amount'),
		'账户结余(元)': amount('balance'),
		资金变更提交申请人: text('applicant'),
		备注: text('remark'),
		业务凭证号: text('voucher_id'),
	},
};

/** `GET /v3/global/statements`. */
export const STATEMENT: Layout = {
	required: ['交易时间', '微信订单号', '结算币种', '应结订单金额'],
	columns: {
		...ORDER,
		充值券币种: text('coupon_currency'),
		充值券金额: amount('coupon', '充值券币种'),
		优惠券币种: text('discount_currency'),
		优惠券金额: amount('discount', '优惠券币种'),
		手续费: amount('fee', '结算币种'),
		标价币种: text('currency'),
		订单金额: amount('total', '标价币种'),
		'订单金额(标价币种)': amount('total', '标价币种'),
		用户支付币种: text('payer_currency'),
		用户支付金额: amount('payer_total', '用户支付币种'),
		结算币种: text('settlement_currency'),
		应结订单金额: amount('settlement_total', '结算币种'),
		支付汇率: text('exchange_rate'),
		退款汇率: text('refund_exchange_rate'),
		申请退款金额: amount('refund', '标价币种'),
		用户退款币种: text('payer_refund_currency'),
		用户退款金额: amount('payer_refund', '用户退款币种'),
		退款结算币种: text('settlement_refund_currency'),
		退款应结订单金额: amount('settlement_refund', '退款结算币种'),
		充值券退款金额: amount('coupon_refund', '充值券币种'),
		优惠券退款金额: amount('discount_refund', '优惠券币种'),
	},
};
