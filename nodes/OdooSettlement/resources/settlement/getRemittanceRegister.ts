import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { rateTable } from '../../../../lib/settlement/odoo/company-rates';
import { readRemittances, type RemittanceRow } from '../../../../lib/settlement/odoo/remittances';
import { readPayout } from '../../../../lib/settlement/payout';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { takesNotice } from '../../../shared/input-notice';
import { PURPOSE_CODE } from '../../shared/receipt-fields';

export const description: INodeProperties[] = [
	takesNotice(
		'settlement',
		'getRemittanceRegister',
		'Takes the payouts of WeChat Pay → Settlement: Get Many',
	),
	...updateDisplayOptions(
		{ show: { resource: ['settlement'], operation: ['getRemittanceRegister'] } },
		[PURPOSE_CODE],
	),
];

/** The register of the payouts that came in: one row each, for a CSV file or a sheet. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => toItems(await remittancesOf(context, odoo))),
);

/** The register of the payouts among the node's items. */
export async function remittancesOf(
	context: IExecuteFunctions,
	odoo: OdooClient,
): Promise<RemittanceRow[]> {
	const payouts = context
		.getInputData()
		.filter(({ json }) => json.batch_id !== undefined)
		.map(({ json }) => readPayout(json));
	const rates = await rateTable(odoo, ['CNY', ...payouts.map(({ settled }) => settled.currency)]);
	const purpose = String(context.getNodeParameter('purposeCode', 0, '')).trim();
	return await readRemittances(odoo, payouts, purpose, rates);
}
