import type { IExecuteFunctions } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import type { StepReport } from '../../../../lib/odoo/schema/report-steps';
import type { SetupStep } from '../../../../lib/odoo/schema/setup-step';
import { setUpSteps } from '../../../../lib/set-up/set-up-steps';
import { ODOO_CREDENTIAL, odooClient, odooConnectionFrom } from '../../../shared/odoo-connection';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';

type Way = (odoo: OdooClient, steps: SetupStep[]) => Promise<StepReport[]>;

/**
 * Runs one way of set-up: an item for each step, and one for what else there is to tell.
 *
 * @param chooseWay may refuse to run
 */
export const setUp = (
	chooseWay: (context: IExecuteFunctions) => Way,
	...others: Array<
		(odoo: OdooClient, currency: string, callsPerSecond: number) => Promise<StepReport[]>
	>
) =>
	runOnce(async (context) => {
		const way = chooseWay(context);
		const codes = String(context.getNodeParameter('currencies', 0));
		const currencies = codes.toUpperCase().match(/[A-Z]{3}/g) ?? ['CNY'];
		const deleteRecords = context.getNodeParameter('deleteRecords', 0, false) === true;
		const named = String(context.getNodeParameter('customsWarehouses', 0, ''));
		const customsWarehouses = named.split(/[,\s]+/).filter(Boolean);
		const odoo = await odooClient(context);
		const reports = await way(odoo, setUpSteps({ currencies, deleteRecords, customsWarehouses }));
		const { callsPerSecond = 0 } = odooConnectionFrom(
			await context.getCredentials(ODOO_CREDENTIAL),
		);
		for (const other of others) {
			reports.push(...(await other(odoo, currencies[0] ?? 'CNY', callsPerSecond)));
		}
		return toItems(reports);
	});
