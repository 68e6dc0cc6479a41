import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { addDays } from '../../../../lib/core/beijing-time';
import { daysToCompare } from '../../../../lib/reconciliation/days-to-compare';
import { readOpenList, writeOpenList } from '../../../../lib/reconciliation/odoo/open-list-records';
import { dayEntry } from '../../../../lib/reconciliation/open-list';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { openListFields, openListOf } from '../../shared/open-list-fields';

const properties: INodeProperties[] = [
	...openListFields,
	{
		displayName: 'Days to Look Back',
		name: 'lookBack',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 31,
		description: 'Maximum number of days before the run whose bills are compared again',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['reconciliation'], operation: ['getDaysToCompare'] } },
	properties,
);

/** Days that were never compared and days with open differences, the oldest first. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const { mchid, newest } = openListOf(context, Date.now());
		const lookBack = Number(context.getNodeParameter('lookBack', 0));
		const known = await readOpenList(odoo, { mchid, date: addDays(newest, -lookBack) });
		const days = daysToCompare(known, newest, lookBack);
		const keys = new Set(known.map(({ key }) => key));
		const entries = days.map(({ date }) => dayEntry({ mchid, date }));
		await writeOpenList(
			odoo,
			entries.filter(({ key }) => !keys.has(key)),
		);
		return toItems(days);
	}),
);
