import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { openAnswers } from '../../../../lib/complaints/open-answers';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { answerFields, answerSettings } from '../../shared/complaint-fields';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['complaint'], operation: ['getAnswers'] } },
	[
		...answerFields,
		{
			displayName: 'Days',
			name: 'answerDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 365 },
			default: 60,
			description: 'Number of days to look back for complaints and answers',
		},
	],
);

/** The answers that people gave in Odoo and that WeChat does not have yet: replies, and reports that a complaint is solved. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const days = Number(context.getNodeParameter('answerDays', 0));
		const settings = { ...answerSettings(context, 0), days, now: Date.now() };
		const answers = await openAnswers(odoo, settings);
		return answers.map((json) => ({
			json,
			output: json.complaint_answer.kind === 'reply' ? 0 : 1,
		}));
	}),
);
