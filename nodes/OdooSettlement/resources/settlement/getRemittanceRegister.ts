import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { readRateTable } from '../../../../lib/settlement/odoo/currencies';
import { readRemittances } from '../../../../lib/settlement/odoo/read-remittances';
import { readPayout } from '../../../../lib/settlement/payout';
import type { RemittanceRow } from '../../../../lib/settlement/remittance-register';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { inputNotice } from '../../../shared/operation-fields';
import { PURPOSE_CODE } from '../../shared/receipt-fields';

export const description: INodeProperties[] = [
	inputNotice(
		'settlement',
		'getRemittanceRegister',
		'Input: the payouts of WeChat Pay → Settlement: Get Many',
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
	const currencies = ['CNY', ...payouts.map(({ settled }) => settled.currency)];
	const rates = await readRateTable(odoo, currencies);
	const purposeCode = String(context.getNodeParameter('purposeCode', 0, '')).trim();
	return await readRemittances(odoo, payouts, { purposeCode, rates });
}
