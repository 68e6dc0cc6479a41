import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { keyedQueue } from '../../../lib/core/keyed-queue';
import type { IfShipped } from '../../../lib/wechat-api/shipping/plan-upload';
import type { ShippingOutcome, ShippingStatus } from '../../../lib/wechat-api/shipping/shipment';
import { uploadShipments } from '../../../lib/wechat-api/shipping/upload-shipments';
import { callContext } from '../../shared/call-context';
import type { Operation, Outcome, OutputItem } from '../../shared/operation';
import { readThenWork } from '../../shared/read-then-work';
import { runBatch } from '../../shared/run-batch';
import { accountOf } from './account';
import { groupShipments } from './group-shipments';
import { readUpload, type PaymentNames } from './read-upload';
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

/** Uploads the shipments of all items; each leaves by the output that tells how it went. */
export const uploadItems = (
	paymentOf: (context: IExecuteFunctions, index: number) => PaymentNames,
): Operation =>
	runBatch(async (context, items) => {
		const account = await accountOf(context);
		const options = {
			ifShipped: context.getNodeParameter('ifShipped', 0) as IfShipped,
			dryRun: context.getNodeParameter('dryRun', 0, false) as boolean,
			waitMs: readUploadOptions(context, 0, {}).waitMs,
			queue,
		};
		return await readThenWork(
			items,
			async ({ json }, index) => {
				const read = await readUpload(context, account, paymentOf(context, index), json, index);
				return 'outcome' in read ? toItem(json, read.outcome) : { value: { json, upload: read } };
			},
			async (read) => {
				const groups = groupShipments(read.map(({ upload }) => upload));
				const results = await uploadShipments(account, groups, options, callContext);
				const outcomes: Outcome[] = [];
				for (const [number, result] of results.entries()) {
					for (const [place, index] of (groups[number]?.indexes ?? []).entries()) {
						outcomes[index] =
							'error' in result ? result : toItem(read[index]!.json, result.outcomes[place]!);
					}
				}
				return outcomes;
			},
		);
	});

const toItem = (json: IDataObject, shipping: ShippingOutcome): OutputItem => ({
	json: { ...json, shipping },
	output: OUTPUT[shipping.status],
});
