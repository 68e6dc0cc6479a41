import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { beijingDate } from '../../../../lib/core/beijing-time';
import { missingRates } from '../../../../lib/settlement/odoo/read-missing-rates';
import { billDate } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';

const properties: INodeProperties[] = [
	{
		displayName: 'Currencies',
		name: 'rateCurrencies',
		type: 'string',
		default: 'CNY, USD',
		description: 'Currencies that need a rate each day, as codes separated by commas',
	},
	{
		displayName: 'Date',
		name: 'rateDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-22',
		description: 'Day that needs a rate, as year-month-day. Defaults to today in Beijing.',
	},
	{
		displayName: 'Maximum Age (Days)',
		name: 'rateAge',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 31 },
		default: 0,
		description: 'How old the latest rate may be. 0 means that it must be of this day.',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['settlement'], operation: ['getMissingRates'] } },
	properties,
);

/** Currencies that have no rate of the day in Odoo. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const text = (name: string) => String(context.getNodeParameter(name, 0)).trim();
		const currencies = text('rateCurrencies')
			.toUpperCase()
			.split(/[\s,;]+/)
			.filter(Boolean);
		const now = Date.now();
		const date = text('rateDate') ? billDate(text('rateDate'), now) : beijingDate(now);
		const age = Number(context.getNodeParameter('rateAge', 0));
		return toItems(await missingRates(odoo, currencies, date, age));
	}),
);
