import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { before, deadlineAfter, type Deadline } from '../../../../../lib/core/deadline';
import { previewOrders } from '../../../../../lib/orders/record/preview-orders';
import type { PaidOrder } from '../../../../../lib/orders/model/paid-order';
import { readPaidOrder } from '../../../../../lib/orders/record/read-paid-order';
import { recordPaidOrders } from '../../../../../lib/orders/record/record-paid-orders';
import type { RecordedOrder } from '../../../../../lib/orders/sale-order/recorded-order';
import { outOfTime } from '../../../../../lib/odoo/create-client';
import { toNodeError } from '../../../../shared/node-error';
import type { Outcome } from '../../../../shared/operation';
import { readThenWork } from '../../../../shared/read-then-work';
import { odooClient } from '../../../../shared/odoo-connection';
import { runBatch } from '../../../../shared/run-batch';
import { recordOptions, timeBudgetMs, withChannel } from './parameters';
import { callContext } from '../../../../shared/call-context';

export { description } from './description';

const OUTPUT_OF: Record<RecordedOrder['status'], number> = {
	reserved: 0,
	short: 1,
	needs_review: 2,
};

/**
 * Records all items in one go: Odoo is several times faster at one batch than at many single calls.
 * A failing item never keeps the others from being recorded.
 */
export const execute = runBatch(async (context, items) => {
	const deadline = deadlineAfter(timeBudgetMs(context), () => performance.now());
	const outcomes = await readThenWork(
		items,
		({ json }, index) => {
			return { value: { json, payment: withChannel(context, index, readPaidOrder(json)) } };
		},
		async (orders) => await record(context, orders, deadline),
	);
	return outcomes.map((outcome, index) =>
		'error' in outcome ? { error: naming(context, items, index, outcome.error) } : outcome,
	);
});

/** Who reads of a failed run must know whose order it was. */
function naming(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	index: number,
	error: unknown,
): Error {
	const shown = toNodeError(context.getNode(), error, index);
	const number = items[index]?.json.out_trade_no;
	if (number) shown.message = `Order ${String(number)}: ${shown.message}`;
	return shown;
}

async function record(
	context: IExecuteFunctions,
	orders: Array<{ json: IDataObject; payment: PaidOrder }>,
	deadline: Deadline,
): Promise<Outcome[]> {
	const late = async () => await Promise.reject<never>(outOfTime());
	const odoo = await before(deadline, odooClient(context), late);
	const options = recordOptions(context);
	const payments = orders.map(({ payment }) => payment);
	const outcomes = context.getNodeParameter('dryRun', 0, false)
		? await previewOrders(odoo, payments, options)
		: await recordPaidOrders(odoo, payments, options, callContext, deadline);
	return outcomes.map((outcome, index) => {
		if ('error' in outcome) return outcome;
		const json = { ...orders[index]?.json, odoo: outcome.recorded };
		return { json, output: OUTPUT_OF[outcome.recorded.status] };
	});
}
