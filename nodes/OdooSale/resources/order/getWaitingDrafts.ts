import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { waitingDrafts } from '../../../../lib/orders/record/waiting-drafts';
import { toNodeError } from '../../../shared/node-error';
import { odooClient } from '../../../shared/odoo-connection';

/** One item for each draft, as the trigger gave it: once a run, whatever its items. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const pairedItem = this.getInputData().map((_, item) => ({ item }));
	try {
		const drafts = await waitingDrafts(await odooClient(this));
		return [drafts.map((draft) => ({ json: draft as unknown as IDataObject, pairedItem }))];
	} catch (error) {
		const shown = toNodeError(this.getNode(), error);
		if (!this.continueOnFail()) throw shown;
		return [[{ json: { error: shown.message }, pairedItem }]];
	}
}
