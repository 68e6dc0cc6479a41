import type { IExecuteFunctions, IDataObject, INodeProperties } from 'n8n-workflow';

import { deadlineAfter, type Deadline } from '../../../../lib/core/deadline';
import { IntegrationError } from '../../../../lib/core/errors';
import type { HoldOptions, HoldOutcome, HoldRequest } from '../../../../lib/orders/hold/hold';
import { holdStock } from '../../../../lib/orders/hold/hold-stock';
import { previewHold } from '../../../../lib/orders/hold/preview-hold';
import { readHoldOrder } from '../../../../lib/orders/record/read-paid-order';
import { callContext } from '../../../shared/call-context';
import { odooClient } from '../../../shared/odoo-connection';
import type { Outcome } from '../../../shared/operation';
import { readThenWork } from '../../../shared/read-then-work';
import { runBatch } from '../../../shared/run-batch';
import { channelShares, shareOptionFields } from '../../../shared/share-fields';
import { recordOptions, timeBudgetMs, withChannel } from './recordPaidOrder/index';

/** The other parameters are those of Record Paid Order, which takes the hold over. */
export const description: INodeProperties[] = [
	{
		displayName: 'Hold For (Minutes)',
		name: 'holdMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10080 },
		default: 30,
		displayOptions: { show: { resource: ['order'], operation: ['holdStock'] } },
		description:
			'Time until Release Expired Holds releases the stock. At least as long as the buyer has to pay.',
	},
	{
		displayName: 'Share Options',
		name: 'shareOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { resource: ['order'], operation: ['holdStock'] } },
		options: shareOptionFields,
	},
];

const OUTPUT_OF = { held: 0, not_enough: 1 };
const REFUSED = 2;

/** Holds stock for all items in one go, in their order: who comes first gets it. */
export const execute = runBatch(async (context, items) => {
	const deadline = deadlineAfter(timeBudgetMs(context), () => performance.now());
	return await readThenWork(
		items,
		({ json }, index) => {
			const minutes = Number(context.getNodeParameter('holdMinutes', index));
			const order = withChannel(context, index, readHoldOrder(json));
			return { value: { json, order, expires: Date.now() + minutes * 60_000 } };
		},
		async (requests) => {
			const outcomes = await hold(context, requests, deadline);
			return outcomes.map((outcome, index) => toOutcome(requests[index]?.json ?? {}, outcome));
		},
	);
});

async function hold(
	context: IExecuteFunctions,
	requests: HoldRequest[],
	deadline: Deadline,
): Promise<HoldOutcome[]> {
	const odoo = await odooClient(context);
	const shares = channelShares(context.getNodeParameter('shareOptions', 0, {}) as IDataObject);
	const options: HoldOptions = { ...recordOptions(context), ...(shares && { shares }) };
	if (context.getNodeParameter('dryRun', 0, false) !== true) {
		return await holdStock(odoo, requests, options, callContext, deadline);
	}
	const outcomes: HoldOutcome[] = [];
	for (const { order } of requests) {
		const preview = previewHold(odoo, order, options, Date.now());
		outcomes.push(await preview.then((held) => ({ held }), onlyAboutOrder));
	}
	return outcomes;
}

const onlyAboutOrder = async (error: unknown): Promise<HoldOutcome> =>
	error instanceof IntegrationError ? { error } : await Promise.reject(error);

/** An order that Odoo would not take as it is leaves by its own output: repeating it does not help. */
function toOutcome(json: IDataObject, outcome: HoldOutcome): Outcome {
	if ('held' in outcome) {
		return { json: { ...json, odoo: outcome.held }, output: OUTPUT_OF[outcome.held.status] };
	}
	const { code, message, nextStep } = outcome.error;
	if (code !== 'ODOO_HOLD_REFUSED') return outcome;
	const odoo = { status: 'refused', reason: message, next_step: nextStep };
	return { json: { ...json, odoo }, output: REFUSED };
}
