import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { OdooClient } from '../../lib/odoo/client';
import { withRetry } from '../../lib/core/retry';
import { callContext } from './call-context';
import { toNodeError } from './node-error';
import { odooClient } from './odoo-connection';

const POLICY = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

/** What an operation makes of one item, and the output that it leaves by. */
export interface Done {
	output: number;
	/** Becomes the item's `odoo`. */
	odoo: object;
}

/**
 * Runs an operation for one item after the other, each repeated while Odoo asks for it. A failing item
 * leaves by the last output when the node is to continue.
 *
 * @param outputs how many the operation has
 */
export async function oneByOne(
	context: IExecuteFunctions,
	outputs: number,
	operation: (client: OdooClient, json: IDataObject, index: number) => Promise<Done>,
): Promise<INodeExecutionData[][]> {
	const left: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
	for (const [index, { json }] of context.getInputData().entries()) {
		const pairedItem = { item: index };
		try {
			const client = await odooClient(context);
			const attempt = async () => await operation(client, json, index);
			const { output, odoo } = await withRetry(callContext, POLICY, attempt);
			left[output]?.push({ json: { ...json, odoo: odoo as IDataObject }, pairedItem });
		} catch (error) {
			const shown = toNodeError(context.getNode(), error, index);
			if (!context.continueOnFail()) throw shown;
			// n8n takes an item for its error output only when it holds nothing but the error.
			const kept = context.getNode().onError === 'continueErrorOutput' ? {} : json;
			left[outputs - 1]?.push({ json: { ...kept, error: shown.message }, pairedItem });
		}
	}
	return left;
}
