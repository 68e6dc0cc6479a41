import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { OdooClient } from '../../lib/odoo/client';
import { withRetry } from '../../lib/core/retry';
import { toNodeError } from '../shared/node-error';
import { odooClient } from '../shared/odoo-connection';
import * as stock from './resources/stock';
import { callContext } from '../shared/call-context';

type Execute = (context: IExecuteFunctions, client: OdooClient) => Promise<INodeExecutionData[][]>;

const operations: Record<string, Execute> = {
	'stock getChanges': stock.getChanges.execute,
	'stock getMany': stock.getMany.execute,
};
const POLICY = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

/** Runs the chosen operation once for all items. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${String(this.getNodeParameter('resource', 0))} ${String(this.getNodeParameter('operation', 0))}`;
	try {
		const execute = operations[name];
		if (!execute) throw new Error(`There is no operation "${name}"`);
		const client = await odooClient(this);
		return await withRetry(callContext, POLICY, async () => await execute(this, client));
	} catch (error) {
		const shown = toNodeError(this.getNode(), error);
		if (!this.continueOnFail()) throw shown;
		const pairedItem = this.getInputData().map((_, item) => ({ item }));
		return [[{ json: { error: shown.message }, pairedItem }], []];
	}
}
