import type { PaidOrder } from '../../../lib/orders/model/paid-order';

export interface Sold {
	product: number;
	quantity: number;
	/** Fen a piece. */
	price: number;
}

let counter = 0;

/** A new payment for these goods, mapped, for exactly their sum unless told otherwise. */
export function payment(sold: Sold[], totalFen?: number): PaidOrder {
	counter += 1;
	const number = `${Date.now()}${String(counter).padStart(4, '0')}`;
	const lines = sold.map(({ product, quantity, price }) => ({
		sku: `SKU-${product}`,
		quantity,
		unit_price_fen: price,
	}));
	return {
		payment: {
			mchid: '1900000001',
			appid: 'wx0000000000000001',
			out_trade_no: `SHOP${number}`,
			transaction_id: `42000027${number}`,
			total_fen: totalFen ?? sold.reduce((sum, line) => sum + line.quantity * line.price, 0),
			payer: { openid: `oContract${number}` },
			amount: { currency: 'CNY' },
			success_time: new Date().toISOString(),
			lines,
		},
		mapping: {
			status: 'mapped',
			lines: lines.map((line, index) => ({
				...line,
				product_id: sold[index]?.product ?? 0,
				product_name: 'Thing',
			})),
			unmapped: [],
		},
	};
}

/** The same payment, made an hour ago: people have had time to act on it. */
export function anHourAgo(order: PaidOrder): PaidOrder {
	const success_time = new Date(Date.now() - 3_600_000).toISOString();
	return { ...order, payment: { ...order.payment, success_time } };
}

/** The same payment with a SKU that nobody knows. */
export function unmapped(order: PaidOrder): PaidOrder {
	const [first] = order.payment.lines;
	const line = { sku: first?.sku ?? '', quantity: first?.quantity ?? 1 };
	const message = `WeChat SKU "${line.sku}" is not in the table.`;
	return {
		...order,
		mapping: { status: 'unmapped', lines: [], unmapped: [{ ...line, reason: 'unknown', message }] },
	};
}
