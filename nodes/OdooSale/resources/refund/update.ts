import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { updateRequest } from '../../../../lib/refund-requests/update-request';
import { inputNotice } from '../../../shared/operation-fields';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';
import { reviewerField, reviewerOf } from '../../shared/reviewer';

export const description: INodeProperties[] = [
	inputNotice(
		'refund',
		'update',
		'Input: items of any output of Refund: Create of WeChat Pay, its error output too; refund_status DECLINED for a refund that a person declined',
	),
	...updateDisplayOptions({ show: { resource: ['refund'], operation: ['update'] } }, [
		reviewerField,
	]),
];

/** Writes back to each credit note how its refund stands. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const updated = await updateRequest(odoo, json, {
			creditNote: true,
			cancelWhenRefunded: true,
			dryRun: false,
			...reviewerOf(context, index),
		});
		return { json: { ...json, odoo: updated }, output: updated.status === 'recorded' ? 0 : 1 };
	}),
);
