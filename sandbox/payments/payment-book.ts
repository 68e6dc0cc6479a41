import type { Payment } from './payment';
import type { UnpaidOrder } from './unpaid-order';

const DESCRIPTION = '示例商品';

/** The orders that WeChat remembers, paid and unpaid. Both ids are unique. */
export class PaymentBook {
	private readonly byTransactionId = new Map<string, Payment>();
	private readonly byOutTradeNo = new Map<string, Payment>();
	private readonly unpaid = new Map<string, UnpaidOrder>();
	private readonly descriptions = new Map<string, string>();

	/** @throws Error when an id is taken, or the order was closed */
	add(payment: Payment, description = DESCRIPTION): void {
		const { out_trade_no, transaction_id } = payment;
		if (this.byOutTradeNo.has(out_trade_no)) {
			throw new Error(`out_trade_no ${out_trade_no} is already paid`);
		}
		if (this.byTransactionId.has(transaction_id)) {
			throw new Error(`transaction_id ${transaction_id} is already taken`);
		}
		if (this.unpaid.get(out_trade_no)?.trade_state === 'CLOSED') {
			throw new Error(`out_trade_no ${out_trade_no} is closed`);
		}
		this.unpaid.delete(out_trade_no);
		this.byOutTradeNo.set(out_trade_no, payment);
		this.byTransactionId.set(transaction_id, payment);
		this.descriptions.set(transaction_id, description);
	}

	/** @throws Error when the number is taken */
	addUnpaid(order: UnpaidOrder): void {
		const { out_trade_no } = order;
		if (this.byOutTradeNo.has(out_trade_no) || this.unpaid.has(out_trade_no)) {
			throw new Error(`out_trade_no ${out_trade_no} is already taken`);
		}
		this.unpaid.set(out_trade_no, order);
	}

	withTransactionId(id: string): Payment | undefined {
		return this.byTransactionId.get(id);
	}

	withOutTradeNo(number: string): Payment | undefined {
		return this.byOutTradeNo.get(number);
	}

	unpaidWithOutTradeNo(number: string): UnpaidOrder | undefined {
		return this.unpaid.get(number);
	}

	/** Product name, which appears only in bills. */
	descriptionOf({ transaction_id }: Payment): string {
		return this.descriptions.get(transaction_id) ?? DESCRIPTION;
	}

	all(): Payment[] {
		return [...this.byTransactionId.values()];
	}
}
