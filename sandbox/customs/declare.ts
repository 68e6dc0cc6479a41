import { beijingTime } from '../core/beijing-time';
import { DIGITS, randomText } from '../core/random';
import type { Payment } from '../payments/payment';
import { yuanPerUnit, decimals } from '../payments/rates';
import type { WeChat } from '../platform/wechat';
import { CustomsRefusal } from './refusal';
import type { CustomsDeclaration, DeclarationRequest } from './declaration';

const MOST_PARTS = 50;

/**
 * Takes a declaration. The same values once more are the same declaration.
 *
 * @throws CustomsRefusal
 */
export function declare(request: DeclarationRequest, wechat: WeChat): CustomsDeclaration {
	const payment = checkedPayment(request, wechat);
	const living = wechat.customs.living(request);
	const known = living.find(({ sub_order_no }) => sub_order_no === request.sub_order_no);
	if (known) {
		const fees = ['order_fee', 'product_fee', 'transport_fee', 'duty'] as const;
		const isSame =
			known.merchant_customs_no === request.merchant_customs_no &&
			(!request.sub_order_no || fees.every((fee) => known[fee] === request[fee]));
		if (isSame) return known;
		throw new CustomsRefusal('INVALID_REQUEST', '重入信息不一致');
	}
	if (living.some(({ sub_order_no }) => Boolean(sub_order_no) !== Boolean(request.sub_order_no))) {
		throw new CustomsRefusal('INVALID_REQUEST', '订单已申报，不能改变拆单方式');
	}
	if (living.length >= MOST_PARTS) throw new CustomsRefusal('INVALID_REQUEST', '拆单数量超限');
	return take(request, payment, living, 'UNDECLARED', wechat);
}

/** Voids a declaration, and takes another in place of it. @throws CustomsRefusal */
export function change(request: DeclarationRequest, wechat: WeChat): CustomsDeclaration {
	const payment = checkedPayment(request, wechat);
	const living = wechat.customs.living(request);
	const old = living.find(({ sub_order_no }) => sub_order_no === request.sub_order_no);
	if (!old) throw new CustomsRefusal('INVALID_REQUEST', '查询指定记录不存在');
	const others = living.filter((one) => one !== old);
	const taken = take({ ...old, ...request }, payment, others, 'SUBMITTED', wechat);
	old.void = true;
	return taken;
}

/** Sends a declaration again. @throws CustomsRefusal where it is neither `SUCCESS` nor `EXCEPT` */
export function redeclare(one: CustomsDeclaration, { now }: WeChat): CustomsDeclaration {
	if (one.state !== 'SUCCESS' && one.state !== 'EXCEPT') {
		throw new CustomsRefusal('INVALID_REQUEST', '当前状态不允许重推');
	}
	return Object.assign(one, { state: 'SUBMITTED', modify_time: beijingTime(now()) });
}

/** Each query finds a declaration one step further. */
export function proceed(one: CustomsDeclaration, { customsRules, now }: WeChat): void {
	const next = (state: CustomsDeclaration['state'], explanation = '') =>
		Object.assign(one, { state, explanation, modify_time: beijingTime(now()) });
	if (one.state === 'UNDECLARED' || one.state === 'SUBMITTED') next('PROCESSING');
	else if (one.state === 'PROCESSING' && customsRules.outcome !== 'PROCESSING') {
		next(customsRules.outcome, customsRules.explanation);
	}
}

function checkedPayment(request: DeclarationRequest, wechat: WeChat): Payment {
	const payment = wechat.payments.withTransactionId(request.transaction_id);
	if (payment?.out_trade_no !== request.out_trade_no) {
		throw new CustomsRefusal('PARAM_ERROR', '交易单信息有误');
	}
	if (!/^[A-Z_]{3,32}$/.test(request.customs)) {
		throw new CustomsRefusal('PARAM_ERROR', '商户不支持该海关');
	}
	const { offices } = wechat.customsRules;
	const isRegistered = offices?.some(
		({ customs, merchant_customs_no: number }) =>
			customs === request.customs && number === request.merchant_customs_no,
	);
	if (isRegistered ?? true) return payment;
	throw new CustomsRefusal('INVALID_REQUEST', '未在当前海关备案');
}

function take(
	request: DeclarationRequest,
	payment: Payment,
	others: CustomsDeclaration[],
	state: CustomsDeclaration['state'],
	wechat: WeChat,
): CustomsDeclaration {
	const order_fee = request.sub_order_no
		? partFee(request, others, payment)
		: inFen(payment, wechat);
	if (order_fee <= 0) throw new CustomsRefusal('INVALID_REQUEST', '申报金额有误');
	const number = { sub_order_id: randomText(wechat.random, 28, DIGITS) };
	const declaration: CustomsDeclaration = {
		...request,
		...(request.sub_order_no && number),
		order_fee,
		state,
		explanation: '',
		modify_time: beijingTime(wechat.now()),
		void: false,
		certificate_check_result: 'UNCHECKED',
	};
	wechat.customs.add(declaration);
	return declaration;
}

function partFee(
	{ order_fee = NaN, product_fee = NaN, transport_fee = NaN }: DeclarationRequest,
	others: CustomsDeclaration[],
	{ amount }: Payment,
): number {
	const sum = others.reduce((all, one) => all + one.order_fee, order_fee);
	// In another currency the sum is not compared.
	const isTooMuch = amount.currency === 'CNY' && sum > amount.total;
	if (order_fee !== product_fee + transport_fee || isTooMuch) {
		throw new CustomsRefusal('INVALID_REQUEST', '拆单金额不正确');
	}
	return order_fee;
}

/** What was paid less what was refunded, converted at the rate of the order and cut off. */
function inFen({ amount, transaction_id }: Payment, { refunds }: WeChat): number {
	const { currency, exchange_rate } = amount;
	const left = amount.total - refunds.refundedOf(transaction_id);
	if (currency === 'CNY') return left;
	const rate = exchange_rate?.rate ?? yuanPerUnit(currency) ?? 0;
	return Math.floor((left * rate) / 10 ** (6 + decimals(currency)));
}
