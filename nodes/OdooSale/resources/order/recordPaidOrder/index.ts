import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { before, deadlineAfter, type Deadline } from '../../../../../lib/core/deadline';
import { forecastOrders } from '../../../../../lib/orders/record/preview-orders';
import type { PaidOrder, RecordOutcome } from '../../../../../lib/orders/model/paid-order';
import { readPaidOrder } from '../../../../../lib/orders/record/read-paid-order';
import { recordPaidOrders } from '../../../../../lib/orders/record/record-paid-orders';
import type { RecordedOrder } from '../../../../../lib/orders/model/recorded-order';
import { outOfTime } from '../../../../../lib/odoo/create-client';
import { toNodeError } from '../../../../shared/node-error';
import { rejectAiToolCall } from '../../../../shared/reject-ai-tool-call';
import { odooClient } from '../../../../shared/odoo-connection';
import { channelOf, recordOptions, timeBudgetMs } from './parameters';
import { callContext } from '../../../../shared/call-context';

export { description } from './description';

const OUTPUT_OF: Record<RecordedOrder['status'], number> = {
	reserved: 0,
	short: 1,
	needs_review: 2,
};
const REVIEW = OUTPUT_OF.needs_review;

/**
 * Records all items in one go: Odoo is several times faster at one batch than at many single calls.
 * A failing item never keeps the others from being recorded.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	rejectAiToolCall(this, 'record paid orders');
	const deadline = deadlineAfter(timeBudgetMs.call(this), Date.now);
	const items = this.getInputData();
	const readings = items.map((item, index) =>
		attempt(() => ({ ...readPaidOrder(item.json), ...channelOf.call(this, index) })),
	);
	const payments = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []));
	const outcomes = payments.length > 0 ? await record.call(this, payments, deadline) : [];

	const outputs: [INodeExecutionData[], INodeExecutionData[], INodeExecutionData[]] = [[], [], []];
	for (const [index, item] of items.entries()) {
		const reading = readings[index];
		const outcome = reading && 'value' in reading ? outcomes.shift() : reading;
		if (outcome && 'recorded' in outcome) {
			const odoo = outcome.recorded as unknown as IDataObject;
			outputs[OUTPUT_OF[outcome.recorded.status]]?.push({
				json: { ...item.json, odoo },
				pairedItem: { item: index },
			});
			continue;
		}
		const error = toNodeError(this.getNode(), outcome?.error, index);
		if (!this.continueOnFail()) throw naming(item, error);
		outputs[REVIEW]?.push({
			json: { ...inputToKeep(this, item), error: error.message },
			pairedItem: { item: index },
		});
	}
	return outputs;
}

/** Who reads of a failed run must know whose order it was. */
function naming({ json }: INodeExecutionData, error: Error): Error {
	if (json.out_trade_no) error.message = `Order ${String(json.out_trade_no)}: ${error.message}`;
	return error;
}

/** n8n takes an item for its error output only when it holds nothing but the error, and adds the rest back. */
const inputToKeep = (context: IExecuteFunctions, { json }: INodeExecutionData): IDataObject =>
	context.getNode().onError === 'continueErrorOutput' ? {} : json;

/** What fails for the run as a whole (no connection, a missing right) fails for each of its items. */
async function record(
	this: IExecuteFunctions,
	payments: PaidOrder[],
	deadline: Deadline,
): Promise<Array<RecordOutcome | { error: unknown }>> {
	try {
		const late = async () => await Promise.reject<never>(outOfTime());
		const client = await before(deadline, odooClient(this), late);
		const options = recordOptions.call(this);
		if (this.getNodeParameter('dryRun', 0, false)) {
			return await forecastOrders(client, payments, options);
		}
		return await recordPaidOrders(client, payments, options, callContext, deadline);
	} catch (error) {
		return payments.map(() => ({ error }));
	}
}

function attempt<T>(read: () => T): { value: T } | { error: unknown } {
	try {
		return { value: read() };
	} catch (error) {
		return { error };
	}
}
