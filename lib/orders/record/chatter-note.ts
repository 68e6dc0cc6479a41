import { escapeHtml } from '../../core/html';
import { money, toDecimal } from '../../core/money';
import { addressText } from '../model/recipient';
import { paymentCurrency, type PaidOrder } from '../model/paid-order';

/** What the order's chatter tells of the payment, as HTML; `readChatterNote` reads it. */
export function chatterNote(order: PaidOrder): string {
	const { payment, address, shippingFen, discountFen, merchantCouponFen } = order;
	const currency = paymentCurrency(order);
	const amount = (fen: number) => `${toDecimal(money(fen, currency))} ${currency}`;
	const { payer_total_fen: fromBuyer, success_time: time } = payment;
	const facts = [
		`WeChat Pay payment ${payment.transaction_id} of merchant ${payment.mchid}`,
		`Order number of the shop: ${payment.out_trade_no}`,
		`Amount: ${amount(payment.total_fen)}`,
		...(fromBuyer !== undefined && fromBuyer !== payment.total_fen
			? [`Paid by the buyer after coupons: ${amount(fromBuyer)}`]
			: []),
		...(time ? [`Paid at: ${time}`] : []),
		...(payment.appid ? [`App ID: ${payment.appid}`] : []),
		...(shippingFen ? [`Shipping, part of it: ${amount(shippingFen)}`] : []),
		...(discountFen ? [`Discount before the payment: ${amount(discountFen)}`] : []),
		...(merchantCouponFen ? [`Merchant's part of coupons: ${amount(merchantCouponFen)}`] : []),
		...(address ? [`Address as received: ${addressText(address)}`] : []),
	];
	return facts.map((fact) => `<p>${escapeHtml(fact)}</p>`).join('');
}
