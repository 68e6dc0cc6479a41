import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import type { SetupStep } from '../../../../lib/odoo/schema/setup-step';
import type { StepReport } from '../../../../lib/odoo/schema/report-steps';
import { setUpSteps } from '../../../../lib/set-up/set-up-steps';
import { toNodeError } from '../../../shared/node-error';
import { odooClient } from '../../../shared/odoo-connection';

/**
 * Runs one way of set-up once, whatever the number of items: an item for each step, and one for what
 * else there is to tell.
 */
export const once = (
	way: (odoo: OdooClient, steps: SetupStep[]) => Promise<StepReport[]>,
	...others: Array<(odoo: OdooClient) => Promise<StepReport>>
) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const pairedItem = this.getInputData().map((_, item) => ({ item }));
		try {
			const named = String(this.getNodeParameter('currencies', 0));
			const currencies = named.toUpperCase().match(/[A-Z]{3}/g) ?? ['CNY'];
			const deleteRecords = this.getNodeParameter('deleteRecords', 0, false) === true;
			const steps = setUpSteps({ currencies, deleteRecords });
			const odoo = await odooClient(this);
			const reports = await way(odoo, steps);
			for (const other of others) reports.push(await other(odoo));
			return [reports.map((report) => ({ json: report as unknown as IDataObject, pairedItem }))];
		} catch (error) {
			const shown = toNodeError(this.getNode(), error);
			if (!this.continueOnFail()) throw shown;
			return [[{ json: { error: shown.message }, pairedItem }]];
		}
	};
