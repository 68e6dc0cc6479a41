import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../shared/node-error';
import * as account from './resources/account';
import * as carrier from './resources/carrier';
import * as message from './resources/message';
import * as order from './resources/order';
import * as shipment from './resources/shipment';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

const operations: Record<string, Execute> = {
	'account check': account.check.execute,
	'carrier getMany': carrier.getMany.execute,
	'message send': message.send.execute,
	'order get': order.get.execute,
	'order getMany': order.getMany.execute,
	'order remind': order.remind.execute,
	'shipment upload': shipment.upload.execute,
	'shipment uploadCombined': shipment.uploadCombined.execute,
};

/** Runs the chosen operation, which deals with all items itself. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${String(this.getNodeParameter('resource', 0))} ${String(this.getNodeParameter('operation', 0))}`;
	const execute = operations[name];
	if (!execute) throw toNodeError(this.getNode(), new Error(`There is no operation "${name}"`));
	return await execute.call(this);
}
