import {
	NodeOperationError,
	sleep,
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import type {
	PaidOrder,
	RecordOptions,
	RecordOutcome,
} from '../../../../lib/odoo/paid-order/paid-order';
import { readPaidOrder } from '../../../../lib/odoo/paid-order/read-paid-order';
import { recordPaidOrders } from '../../../../lib/odoo/paid-order/record-paid-orders';
import type { RecordedOrder } from '../../../../lib/odoo/recorded-order';
import { toNodeError } from '../../../shared/node-error';
import { odooClient } from '../../../shared/odoo-connection';

const properties: INodeProperties[] = [
	{
		displayName: 'Taxes',
		name: 'taxes',
		type: 'options',
		options: [
			{
				name: 'As Set in Odoo',
				value: 'odoo',
				description:
					'The taxes of the products. They must be included in the price, since the buyer paid no more than that.',
			},
			{
				name: 'No Tax',
				value: 'none',
				description: 'Lines without taxes, for example for exports',
			},
		],
		default: 'odoo',
		description:
			'Which taxes the order lines get. An order that does not come to what was paid goes to Needs Review.',
	},
	{
		displayName: 'Pricelist',
		name: 'pricelist',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Gives the order its currency. Leave empty to take the only active pricelist in the currency of the payment.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchPricelists', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 2',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Reviewer Name or ID',
				name: 'reviewer',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getUsers' },
				default: '',
				description:
					'Who gets the activity on an order that needs review; the user of the credential when empty. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
		],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['order'], operation: ['recordPaidOrder'] } },
	properties,
);

const OUTPUT_OF: Record<RecordedOrder['status'], number> = {
	reserved: 0,
	short: 1,
	needs_review: 2,
};
const REVIEW = OUTPUT_OF.needs_review;

/**
 * Records all items in one go: Odoo is several times faster at one batch than at many single calls.
 * A failing item never keeps the others from being recorded.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (this.isToolExecution()) throw notByAgents(this);
	const items = this.getInputData();
	const readings = items.map((item) => attempt(() => readPaidOrder(item.json)));
	const payments = readings.flatMap((reading) => ('value' in reading ? [reading.value] : []));
	const outcomes = payments.length > 0 ? await record.call(this, payments) : [];

	const outputs: [INodeExecutionData[], INodeExecutionData[], INodeExecutionData[]] = [[], [], []];
	for (const [index, item] of items.entries()) {
		const reading = readings[index];
		const outcome = reading && 'value' in reading ? outcomes.shift() : reading;
		if (outcome && 'recorded' in outcome) {
			const odoo = outcome.recorded as unknown as IDataObject;
			outputs[OUTPUT_OF[outcome.recorded.status]]?.push({
				json: { ...item.json, odoo },
				pairedItem: { item: index },
			});
			continue;
		}
		const error = toNodeError(this.getNode(), outcome?.error, index);
		if (!this.continueOnFail()) throw error;
		outputs[REVIEW]?.push({
			json: { ...inputToKeep(this, item), error: error.message },
			pairedItem: { item: index },
		});
	}
	return outputs;
}

/** n8n takes an item for its error output only when it holds nothing but the error, and adds the rest back. */
const inputToKeep = (context: IExecuteFunctions, { json }: INodeExecutionData): IDataObject =>
	context.getNode().onError === 'continueErrorOutput' ? {} : json;

/** What fails for the batch as a whole (no connection, a missing right) fails for each of its items. */
async function record(
	this: IExecuteFunctions,
	payments: PaidOrder[],
): Promise<Array<RecordOutcome | { error: unknown }>> {
	try {
		const client = await odooClient.call(this);
		const environment = { now: Date.now, random: Math.random, sleep };
		return await recordPaidOrders(client, payments, recordOptions.call(this), environment);
	} catch (error) {
		return payments.map(() => ({ error }));
	}
}

function recordOptions(this: IExecuteFunctions): RecordOptions {
	const id = (name: string) =>
		Number(this.getNodeParameter(name, 0, '', { extractValue: true })) || undefined;
	const pricelistId = id('pricelist');
	const reviewerId = id('options.reviewer');
	return {
		taxes: this.getNodeParameter('taxes', 0) as RecordOptions['taxes'],
		...(pricelistId && { pricelistId }),
		...(reviewerId && { reviewerId }),
	};
}

function attempt<T>(read: () => T): { value: T } | { error: unknown } {
	try {
		return { value: read() };
	} catch (error) {
		return { error };
	}
}

/** An agent could make a payment up; only a verified notification may become an order. */
const notByAgents = (context: IExecuteFunctions) =>
	new NodeOperationError(context.getNode(), 'An AI agent cannot record paid orders', {
		description: 'Use this operation behind WeChat Pay Trigger, which verifies each payment.',
	});
