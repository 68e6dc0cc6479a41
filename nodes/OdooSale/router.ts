import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../shared/node-error';
import * as order from './resources/order';
import * as setUp from './resources/setUp';
import * as shipment from './resources/shipment';
import * as toDo from './resources/toDo';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

const operations: Record<string, Execute> = {
	'order cancel': order.cancel.execute,
	'order completeDraft': order.recordPaidOrder.execute,
	'order createReturn': order.createReturn.execute,
	'order getBacklog': order.getBacklog.execute,
	'order getWaitingDrafts': order.getWaitingDrafts.execute,
	'order holdStock': order.holdStock.execute,
	'order recordPaidOrder': order.recordPaidOrder.execute,
	'order recordRefund': order.recordRefund.execute,
	'order releaseExpiredHolds': order.releaseExpiredHolds.execute,
	'setUp check': setUp.check.execute,
	'setUp remove': setUp.remove.execute,
	'setUp run': setUp.run.execute,
	'shipment getChanges': shipment.getChanges.execute,
	'shipment getMany': shipment.getMany.execute,
	'toDo create': toDo.create.execute,
};

/** Runs the chosen operation, which deals with all items itself. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${String(this.getNodeParameter('resource', 0))} ${String(this.getNodeParameter('operation', 0))}`;
	const execute = operations[name];
	if (!execute) throw toNodeError(this.getNode(), new Error(`There is no operation "${name}"`));
	return await execute.call(this);
}
