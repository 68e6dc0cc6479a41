import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../shared/node-error';
import type { Execute } from './shared/operation';
import * as account from './resources/account';
import { fundFlow, statement, trade } from './resources/bill';
import * as exchangeRate from './resources/exchangeRate';
import { acknowledge } from './resources/notification';
import { close, query } from './resources/order';
import * as refund from './resources/refund';
import * as settlement from './resources/settlement';

const operations: Record<string, Execute> = {
	'account check': account.check.execute,
	'notification acknowledge': acknowledge.execute,
	'order query': query.execute,
	'order close': close.execute,
	'refund create': refund.create.execute,
	'refund query': refund.query.execute,
	'bill getTrade': trade.execute,
	'bill getFundFlow': fundFlow.execute,
	'bill getStatement': statement.execute,
	'settlement getMany': settlement.getMany.execute,
	'exchangeRate get': exchangeRate.get.execute,
};

/** Runs the chosen operation for every item; one that fails stops the node unless it is to continue. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${String(this.getNodeParameter('resource', 0))} ${String(this.getNodeParameter('operation', 0))}`;
	const execute = operations[name];
	if (!execute) throw toNodeError(this.getNode(), new Error(`There is no operation "${name}"`));
	const output: INodeExecutionData[] = [];
	for (const [index, item] of this.getInputData().entries()) {
		const pairedItem = { item: index };
		try {
			const found = [await execute.call(this, item, index)].flat();
			for (const json of found) output.push({ json, pairedItem });
		} catch (error) {
			const failure = toNodeError(this.getNode(), error, index);
			if (!this.continueOnFail()) throw failure;
			output.push({ json: { error: failure.message }, pairedItem });
		}
	}
	return [output];
}
