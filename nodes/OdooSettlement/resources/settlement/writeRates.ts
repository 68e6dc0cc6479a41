import type { INodeProperties } from 'n8n-workflow';

import { readDailyRate } from '../../../../lib/settlement/daily-rates';
import { writeRates } from '../../../../lib/settlement/odoo/write-rates';
import { dryRunField, inputNotice } from '../../../shared/operation-fields';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';

export const description: INodeProperties[] = [
	inputNotice(
		'settlement',
		'writeRates',
		'Input: items with from, to, rate and date, or those of WeChat Pay → Exchange Rate: Get',
	),
	dryRunField('settlement', ['writeRates'], 'Odoo'),
];

/** Writes daily rates into Odoo's currency table. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const rates = context.getInputData().map(({ json }) => readDailyRate(json));
		return toItems(await writeRates(odoo, rates, context.getNodeParameter('dryRun', 0) as boolean));
	}),
);
