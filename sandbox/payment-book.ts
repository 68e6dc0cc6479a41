import type { Payment } from './payment';

/** The paid orders that WeChat remembers. Both ids are unique. */
export class PaymentBook {
	private readonly byTransactionId = new Map<string, Payment>();
	private readonly byOutTradeNo = new Map<string, Payment>();

	add(payment: Payment): void {
		if (this.byOutTradeNo.has(payment.out_trade_no)) {
			throw new Error(`out_trade_no ${payment.out_trade_no} is already paid`);
		}
		if (this.byTransactionId.has(payment.transaction_id)) {
			throw new Error(`transaction_id ${payment.transaction_id} is already taken`);
		}
		this.byOutTradeNo.set(payment.out_trade_no, payment);
		this.byTransactionId.set(payment.transaction_id, payment);
	}

	withTransactionId(id: string): Payment | undefined {
		return this.byTransactionId.get(id);
	}

	withOutTradeNo(number: string): Payment | undefined {
		return this.byOutTradeNo.get(number);
	}

	all(): Payment[] {
		return [...this.byTransactionId.values()];
	}
}
