import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { OdooClient } from '../../lib/odoo/client';
import { withRetry } from '../../lib/core/retry';
import { callContext } from './call-context';
import { toNodeError } from './node-error';
import { odooClient } from './odoo-connection';

const POLICY = { baseMs: 250, maxMs: 4_000, budgetMs: 60_000 };

/** What leaves by an output: plain objects, or items with files. */
export type Left = Array<object | INodeExecutionData>;

/**
 * Runs an operation once for all items of the run, repeated while Odoo asks for it.
 *
 * @param outputs how many the operation has: a failure leaves by the last when the node is to continue
 */
export async function once(
	context: IExecuteFunctions,
	outputs: number,
	operation: (odoo: OdooClient) => Promise<Left[]>,
): Promise<INodeExecutionData[][]> {
	const pairedItem = context.getInputData().map((_, item) => ({ item }));
	try {
		const odoo = await odooClient(context);
		const left = await withRetry(callContext, POLICY, async () => await operation(odoo));
		return left.map((items) => items.map((item) => ({ pairedItem, ...asItem(item) })));
	} catch (error) {
		const shown = toNodeError(context.getNode(), error);
		if (!context.continueOnFail()) throw shown;
		const empty: INodeExecutionData[][] = Array.from({ length: outputs - 1 }, () => []);
		return [...empty, [{ json: { error: shown.message }, pairedItem }]];
	}
}

const asItem = (item: object): INodeExecutionData =>
	'json' in item && typeof item.json === 'object'
		? (item as INodeExecutionData)
		: { json: item as IDataObject };
