import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { recordShopFlows } from '../../../../lib/settlement/odoo/record-shop-flows';
import { readShopFlow, type ShopFlow } from '../../../../lib/settlement/shop-flow';
import { readThenWork, type Reading } from '../../../shared/read-then-work';
import { runBatch } from '../../../shared/run-batch';
import { withOdoo } from '../../../shared/with-odoo';
import { inputNotice } from '../../../shared/operation-fields';

export const description: INodeProperties[] = [
	inputNotice(
		'settlement',
		'recordShopFunds',
		'Input: the items of WeChat Shop → Bill: Get. A day can be repeated.',
	),
];

/** Records the movements of a WeChat Shop's money in the ledger, all in one go, and passes on every row of the bill. */
export const execute = runBatch(async (context, items) => {
	return await readThenWork(items, read, async (rows) => await record(context, rows));
});

interface Row {
	json: IDataObject;
	flow: ShopFlow | undefined;
}

const read = ({ json }: INodeExecutionData): Reading<Row> => ({
	value: { json, flow: readShopFlow(json) },
});

const record = withOdoo(async (odoo, _context, rows: Row[]) => {
	const flows = rows.flatMap(({ flow }) => flow ?? []);
	const recorded = await recordShopFlows(odoo, flows);
	const byFlow = new Map(flows.map((flow, index) => [flow, recorded[index]]));
	return rows.map(({ json, flow }) => {
		if (!flow) return { json };
		return { json: { ...json, settlement: byFlow.get(flow) ?? { status: 'no_order' } } };
	});
});
