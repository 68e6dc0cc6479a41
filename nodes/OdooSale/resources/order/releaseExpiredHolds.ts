import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { releaseExpiredHolds } from '../../../../lib/orders/hold/release-expired-holds';
import { withRetry } from '../../../../lib/core/retry';
import { toNodeError } from '../../../shared/node-error';
import { odooClient } from '../../../shared/odoo-connection';
import { dryRunField } from '../../shared/dry-run';
import { callContext } from '../../../shared/call-context';

export const description: INodeProperties[] = [dryRunField('order', ['releaseExpiredHolds'])];

const POLICY = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

/** Frees the stock of all holds that have expired unpaid: once a run, whatever its items. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		const client = await odooClient(this);
		const dryRun = this.getNodeParameter('dryRun', 0) as boolean;
		const holds = await withRetry(
			callContext,
			POLICY,
			async () => await releaseExpiredHolds(client, Date.now(), dryRun),
		);
		const pairedItem = this.getInputData().map((_, item) => ({ item }));
		return [holds.map((hold) => ({ json: hold as unknown as IDataObject, pairedItem }))];
	} catch (error) {
		const shown = toNodeError(this.getNode(), error);
		if (!this.continueOnFail()) throw shown;
		return [[{ json: { error: shown.message }, pairedItem: { item: 0 } }]];
	}
}
