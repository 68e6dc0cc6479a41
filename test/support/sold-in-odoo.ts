import type { OdooClient } from '../../lib/odoo/client';
import type { Payment } from '../../sandbox';
import type { OrderingStack } from '../../tools/services/ordering-stack';
import { record } from '../contract/support/recording';

/** An order of 100.00 that WeChat and Odoo both have: two units of the product TEE. */
export async function soldInOdoo(
	stack: Pick<OrderingStack, 'sandbox' | 'products'>,
	odoo: OdooClient,
): Promise<{ payment: Payment; order: number }> {
	const payment = stack.sandbox.pay({ total: 10_000 });
	const { mchid, appid, out_trade_no, transaction_id, payer } = payment;
	const line = { sku: 'TEE', quantity: 2, unit_price_fen: 5_000 };
	const product_id = stack.products.TEE ?? 0;
	const [recorded] = await record(odoo, [
		{
			payment: {
				...{ mchid, appid, out_trade_no, transaction_id, payer },
				...{ total_fen: 10_000, amount: { currency: 'CNY' }, lines: [line] },
			},
			mapping: {
				status: 'mapped',
				lines: [{ ...line, product_id, product_name: 'Tee' }],
				unmapped: [],
			},
		},
	]);
	return { payment, order: recorded?.sale_order_id ?? 0 };
}
