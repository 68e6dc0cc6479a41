import type { INodeProperties } from 'n8n-workflow';

import { openDeclarations } from '../../../../lib/customs/open-declarations';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';

const displayOptions = { show: { resource: ['customsDeclaration'], operation: ['getOpen'] } };

export const description: INodeProperties[] = [
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions,
		description: 'Max number of results to return',
	},
	{
		displayName: 'Refunds Within (Days)',
		name: 'refundDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 365 },
		default: 30,
		displayOptions,
		description: 'How many days back to look for refunds of declared orders',
	},
];

/** The orders that customs has to be asked about now, one item each, for Customs Declaration: Declare of WeChat Pay. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const number = (name: string) => Number(context.getNodeParameter(name, 0));
		const options = { refundDays: number('refundDays'), limit: number('limit'), now: Date.now() };
		return toItems(await openDeclarations(odoo, options));
	}),
);
