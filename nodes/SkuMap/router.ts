import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OdooClient } from '../../lib/odoo/client';
import { toNodeError } from '../shared/node-error';
import { odooClient } from '../shared/odoo-connection';
import * as orderLine from './resources/orderLine';
import * as product from './resources/product';
import * as table from './resources/table';

type Execute = (this: IExecuteFunctions, odoo: OdooClient) => Promise<INodeExecutionData[][]>;

const operations: Record<string, Execute> = {
	'orderLine mapToProducts': orderLine.mapToProducts.execute,
	'product mapToSkus': product.mapToSkus.execute,
	'table audit': table.audit.execute,
	'table export': table.exportRows.execute,
	'table import': table.importRows.execute,
};
/** Where an operation has one output only, or none for what failed. */
const FAILED_OUTPUT: Record<string, number> = { 'table audit': 0, 'table export': 0 };

/** Runs the chosen operation once for all items. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${String(this.getNodeParameter('resource', 0))} ${String(this.getNodeParameter('operation', 0))}`;
	try {
		const execute = operations[name];
		if (!execute) throw new Error(`There is no operation "${name}"`);
		return await execute.call(this, await odooClient(this));
	} catch (error) {
		const failure = toNodeError(this.getNode(), error);
		if (!this.continueOnFail()) throw failure;
		const failed = this.getInputData().map(({ json }, item) => ({
			json: { ...json, error: failure.message } as IDataObject,
			pairedItem: { item },
		}));
		return (FAILED_OUTPUT[name] ?? 1) === 0 ? [failed] : [[], failed];
	}
}
