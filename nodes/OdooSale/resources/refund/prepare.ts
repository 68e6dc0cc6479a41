import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { prepareRefund } from '../../../../lib/refund-requests/prepare-refund';
import { readRefundToPrepare } from '../../../../lib/refund-requests/refund-to-prepare';
import { dryRunField, inputNotice } from '../../../shared/operation-fields';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';
import { reviewerField, reviewerOf } from '../../shared/reviewer';

const properties: INodeProperties[] = [
	{
		displayName: 'Approval Above',
		name: 'withoutApprovalUpTo',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description:
			'Amount in the currency of the order up to which no approval is needed. The field approval of the item says whether a person has to approve the refund; 0 means always.',
	},
	dryRunField('refund', ['prepare'], 'Odoo'),
	reviewerField,
];

export const description: INodeProperties[] = [
	inputNotice(
		'refund',
		'prepare',
		'Input: items of Odoo Trigger (Credit Note Posted, Refund Requested) or of Get Open Requests',
	),
	...updateDisplayOptions({ show: { resource: ['refund'], operation: ['prepare'] } }, properties),
];

const OUTPUTS = { ready: 0, done: 1, needs_review: 2 };

/** Checks each refund that begins in Odoo, and notes it as requested. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const { payment, prepared } = await prepareRefund(odoo, readRefundToPrepare(json), {
			withoutApprovalUpTo: Number(context.getNodeParameter('withoutApprovalUpTo', index)),
			dryRun: context.getNodeParameter('dryRun', index) as boolean,
			...reviewerOf(context, index),
		});
		const { out_refund_no } = prepared;
		return {
			json: { ...json, ...payment, out_refund_no, odoo: prepared },
			output: OUTPUTS[prepared.status],
		};
	}),
);
