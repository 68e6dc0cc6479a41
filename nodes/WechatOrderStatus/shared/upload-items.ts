import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { keyedQueue } from '../../../lib/core/keyed-queue';
import type { PaymentKey } from '../../../lib/wechat-api/shipping/payment-key';
import type { IfShipped } from '../../../lib/wechat-api/shipping/plan-upload';
import { readShipment } from '../../../lib/wechat-api/shipping/read-shipment';
import type {
	Logistics,
	ShippingOutcome,
	ShippingStatus,
} from '../../../lib/wechat-api/shipping/shipment';
import { uploadShipments } from '../../../lib/wechat-api/shipping/upload-shipments';
import { toNodeError } from '../../shared/node-error';
import { rejectAiToolCall } from '../../shared/reject-ai-tool-call';
import { textParameter } from '../../shared/parameter-text';
import { callContext } from '../../shared/call-context';
import { accountOf, carriersOf } from './account';
import { readCarrierRows } from './carrier-rows';
import { placeShipment, type ItemsJob } from './place-shipment';
import { readLines } from './read-lines';
import { readUploadOptions } from './upload-options';

const OUTPUT: Record<ShippingStatus, number> = {
	uploaded: 0,
	unchanged: 0,
	would_upload: 0,
	unknown_carrier: 1,
	waiting: 2,
	needs_review: 3,
};

/** Uploads of one payment take turns in this process, whatever execution they are of. */
const queue = keyedQueue();

/** Names the payment of an item, and the combined payment that it is a part of. */
export type PaymentOf = (index: number) => { payment: PaymentKey; combined?: PaymentKey };

/** Uploads the shipments of all items; each leaves by the output that tells how it went. */
export async function uploadItems(
	context: IExecuteFunctions,
	paymentOf: PaymentOf,
): Promise<INodeExecutionData[][]> {
	rejectAiToolCall(context, 'upload shipments');
	const items = context.getInputData();
	const settled: Array<ShippingOutcome | { error: unknown }> = [];
	const jobs: ItemsJob[] = [];
	const account = await accountOf(context).catch((error: unknown) => {
		throw toNodeError(context.getNode(), error);
	});
	for (const [index, { json }] of items.entries()) {
		try {
			const { payment, combined } = paymentOf(index);
			const { paidAt, description, phones } = readUploadOptions(context, index, json);
			const code = textParameter(context, 'carrierCode', index);
			const read = await readShipment(
				{
					payment,
					openid: textParameter(context, 'openid', index),
					logistics: context.getNodeParameter('logistics', index) as Logistics,
					tracking: textParameter(context, 'trackingNumbers', index),
					carrier: {
						name: textParameter(context, 'carrierName', index),
						...(code ? { code } : {}),
					},
					lines: readLines(context.getNodeParameter('lines', index, [])),
					description,
					allDelivered: allDelivered(context, index, json),
					phones,
				},
				async () => await carriersOf(account),
				readCarrierRows(context, index),
			);
			if ('outcome' in read) settled[index] = read.outcome;
			else placeShipment(jobs, index, read.shipment, combined, paidAt);
		} catch (error) {
			settled[index] = { error };
		}
	}
	const results = await uploadShipments(
		account,
		jobs,
		{
			ifShipped: context.getNodeParameter('ifShipped', 0) as IfShipped,
			dryRun: context.getNodeParameter('dryRun', 0, false) as boolean,
			waitMs: readUploadOptions(context, 0, {}).waitMs,
			queue,
		},
		callContext,
	);
	for (const [number, result] of results.entries()) {
		for (const [place, index] of (jobs[number]?.indexes ?? []).entries()) {
			settled[index] = 'error' in result ? result : result.outcomes[place]!;
		}
	}
	return leave(context, items, settled);
}

function allDelivered(context: IExecuteFunctions, index: number, json: IDataObject): boolean {
	const said = context.getNodeParameter('allDelivered', index, 'auto');
	if (said !== 'auto') return said === 'yes';
	return !(json.shipment as IDataObject | undefined)?.backorder;
}

function leave(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	settled: Array<ShippingOutcome | { error: unknown }>,
): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], [], [], []];
	for (const [index, { json }] of items.entries()) {
		const pairedItem = { item: index };
		const outcome = settled[index]!;
		if (!('error' in outcome)) {
			const shipping = outcome as unknown as IDataObject;
			outputs[OUTPUT[outcome.status]]?.push({ json: { ...json, shipping }, pairedItem });
			continue;
		}
		const shown = toNodeError(context.getNode(), outcome.error, index);
		if (!context.continueOnFail()) throw shown;
		// n8n takes an item for its error output only when it holds nothing but the error.
		const kept = context.getNode().onError === 'continueErrorOutput' ? {} : json;
		outputs[OUTPUT.needs_review]?.push({ json: { ...kept, error: shown.message }, pairedItem });
	}
	return outputs;
}
