import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { forecastHold } from '../../../../lib/orders/hold/forecast-hold';
import { holdStock, type HeldOrder } from '../../../../lib/orders/hold/hold-stock';
import { readHoldOrder } from '../../../../lib/orders/hold/read-hold-order';
import { toNodeError } from '../../../shared/node-error';
import { odooClient } from '../../../shared/odoo-connection';
import { recordOptions } from './recordPaidOrder/parameters';
import { callContext } from '../../../shared/call-context';

/** The other parameters are those of Record Paid Order, which takes the hold over. */
export const description: INodeProperties[] = [
	{
		displayName: 'Hold For (Minutes)',
		name: 'holdMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10080 },
		default: 30,
		displayOptions: { show: { resource: ['order'], operation: ['holdStock'] } },
		description:
			'After this time Release Expired Holds frees the stock. Not shorter than the buyer has for paying.',
	},
];

const OUTPUT_OF: Record<HeldOrder['status'], number> = { held: 0, not_enough: 1 };
const NOT_HELD = OUTPUT_OF.not_enough;

/** Holds stock for each item, one after the other: who comes first gets it. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
	for (const [index, { json }] of this.getInputData().entries()) {
		const pairedItem = { item: index };
		try {
			const minutes = Number(this.getNodeParameter('holdMinutes', index));
			const expires = Date.now() + minutes * 60_000;
			const client = await odooClient(this);
			const order = readHoldOrder(json);
			const options = recordOptions.call(this);
			const held = this.getNodeParameter('dryRun', index, false)
				? await forecastHold(client, order, options, Date.now())
				: await holdStock(client, order, expires, options, callContext);
			const odoo = held as unknown as IDataObject;
			outputs[OUTPUT_OF[held.status]]?.push({ json: { ...json, odoo }, pairedItem });
		} catch (error) {
			const shown = toNodeError(this.getNode(), error, index);
			if (!this.continueOnFail()) throw shown;
			const kept = this.getNode().onError === 'continueErrorOutput' ? {} : json;
			outputs[NOT_HELD]?.push({ json: { ...kept, error: shown.message }, pairedItem });
		}
	}
	return outputs;
}
