import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { readDailyRate, writeRates } from '../../../../lib/settlement/odoo/write-rates';
import { rejectAiToolCall } from '../../../shared/reject-ai-tool-call';
import { dryRunField } from '../../../shared/dry-run';
import { once } from '../../../shared/odoo-once';
import { takesNotice } from '../../../shared/input-notice';

export const description: INodeProperties[] = [
	takesNotice(
		'settlement',
		'writeRates',
		'Takes items with from, to, rate and date, or those of WeChat Pay → Exchange Rate: Get',
	),
	dryRunField('settlement', ['writeRates'], 'Odoo'),
];

/** Writes daily rates into Odoo's currency table. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	rejectAiToolCall(this, 'write exchange rates');
	return await once(this, 1, async (odoo) => {
		const rates = this.getInputData().map(({ json }) => readDailyRate(json));
		return [await writeRates(odoo, rates, this.getNodeParameter('dryRun', 0) as boolean)];
	});
}
