import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { readComplaint } from '../../../../lib/complaints/complaint';
import { recordComplaint } from '../../../../lib/complaints/record-complaint';
import { dryRunField, inputNotice } from '../../../shared/operation-fields';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';
import { answerFields, answerSettings } from '../../shared/complaint-fields';
import { reviewerField, reviewerOf } from '../../shared/reviewer';

export const description: INodeProperties[] = [
	inputNotice('complaint', 'record', 'Input: items of Complaint: Get of WeChat Pay, with history'),
	...updateDisplayOptions({ show: { resource: ['complaint'], operation: ['record'] } }, [
		...answerFields,
		reviewerField,
	]),
	dryRunField('complaint', ['record'], 'Odoo'),
];

/**
 * Records each complaint in a ticket or on its order, with an activity until it is closed.
 *
 * @throws IntegrationError `NOT_A_COMPLAINT`, `ODOO_…`
 */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const options = {
			...answerSettings(context, index),
			...reviewerOf(context, index),
			now: Date.now(),
			dryRun: context.getNodeParameter('dryRun', index) as boolean,
		};
		const recorded = await recordComplaint(odoo, readComplaint(json), options);
		return { json: { ...json, odoo: recorded } };
	}),
);
