import { updateDisplayOptions } from 'n8n-workflow';

import { openRequests } from '../../../../lib/refund-requests/open-requests';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

export const description = updateDisplayOptions(
	{ show: { resource: ['refund'], operation: ['getOpenRequests'] } },
	[
		{
			displayName: 'Days',
			name: 'days',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 365 },
			default: 30,
			description: 'How many days back to look for changed credit notes',
		},
		{
			displayName: 'Ask Again After (Hours)',
			name: 'askAgainHours',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 720 },
			default: 24,
			description:
				'Time after which a refund is returned again whose approval was not answered or whose call failed',
		},
	],
);

/** The refunds that began in Odoo and have to go on, one item each. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index) => {
		const open = await openRequests(odoo, {
			days: Number(context.getNodeParameter('days', index)),
			askAgainHours: Number(context.getNodeParameter('askAgainHours', index)),
			now: Date.now(),
		});
		return open.map((json) => ({ json }));
	}),
);
