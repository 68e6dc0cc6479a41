import type { IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import type { OdooClient } from '../../../lib/odoo/client';
import { toNodeError } from '../../shared/node-error';
import { odooClient } from '../../shared/odoo-connection';

/** Runs an operation once, whatever its items; an error leaves by the first output when the node is to continue. */
export async function onceForAll(
	context: IExecuteFunctions,
	outputs: number,
	operation: (odoo: OdooClient, pairedItem: IPairedItemData[]) => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	const pairedItem = context.getInputData().map((_, item) => ({ item }));
	try {
		return await operation(await odooClient(context), pairedItem);
	} catch (error) {
		const shown = toNodeError(context.getNode(), error);
		if (!context.continueOnFail()) throw shown;
		const left: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
		left[0]?.push({ json: { error: shown.message }, pairedItem });
		return left;
	}
}
