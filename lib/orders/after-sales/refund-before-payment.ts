import type { OdooClient } from '../../odoo/client';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { orderReferences } from '../record/order-references';
import { writeOrders } from '../record/write-orders';
import { demandPaidOrder, type OrderOfPayment } from './find-paid-order';
import type { RefundToRecord } from './refund';

/** Creates a draft with notes under the external id of the payment, so that the payment finds it. */
export async function createDraftForRefund(
	odoo: OdooClient,
	refund: RefundToRecord,
	{ pricelistId }: Pick<RecordOptions, 'pricelistId'>,
): Promise<OrderOfPayment> {
	const { mchid, sub_mchid, shop_appid, out_trade_no, transaction_id, currency } = refund;
	const payment: PaidOrder['payment'] = {
		...{ mchid, out_trade_no, transaction_id, total_fen: refund.total_fen ?? refund.refund_fen },
		...(sub_mchid && { sub_mchid }),
		...(shop_appid && { shop_appid }),
		amount: { currency },
		appid: '',
		lines: [],
		lines_problem: 'The refund arrived before the payment.',
	};
	const options: RecordOptions = { taxes: 'none', ...(pricelistId && { pricelistId }) };
	const references = await orderReferences(odoo, [{ payment }], options);
	const written = await writeOrders(odoo, [{ payment }], references, options);
	for (const result of written.values()) if ('error' in result) throw result.error;
	return await demandPaidOrder(odoo, refund);
}

/** A draft without products: the payment was not recorded yet, or its SKUs are not known. */
export const isDraftWithoutProducts = ({ state }: OrderOfPayment) =>
	state.state === 'draft' && state.lines.length === 0;
