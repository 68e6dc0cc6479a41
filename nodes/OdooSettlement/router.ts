import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../shared/node-error';
import * as reconciliation from './resources/reconciliation';
import * as settlement from './resources/settlement';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

const operations: Record<string, Execute> = {
	'reconciliation compareBill': reconciliation.compareBill.execute,
	'reconciliation getOrdersToQuery': reconciliation.getOrdersToQuery.execute,
	'settlement createDraftEntries': settlement.createDraftEntries.execute,
	'settlement createReport': settlement.createReport.execute,
	'settlement getMargins': settlement.getMargins.execute,
	'settlement getOpenItems': settlement.getOpenItems.execute,
	'settlement getRemittanceRegister': settlement.getRemittanceRegister.execute,
	'settlement recordReceipts': settlement.recordReceipts.execute,
	'settlement recordStatement': settlement.recordStatement.execute,
	'settlement writeRates': settlement.writeRates.execute,
};

/** Runs the chosen operation, which deals with all items itself. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${String(this.getNodeParameter('resource', 0))} ${String(this.getNodeParameter('operation', 0))}`;
	const execute = operations[name];
	if (!execute) throw toNodeError(this.getNode(), new Error(`There is no operation "${name}"`));
	return await execute.call(this);
}
