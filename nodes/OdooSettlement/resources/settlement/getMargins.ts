import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { readMargins } from '../../../../lib/settlement/odoo/margins';
import { once } from '../../../shared/odoo-once';
import { periodFields, periodOf } from '../../shared/period';

export const CURRENCY: INodeProperties = {
	displayName: 'Reporting Currency',
	name: 'reportCurrency',
	type: 'string',
	default: 'INR',
	required: true,
	placeholder: 'e.g. INR',
	description: 'Three letters (ISO 4217): the currency of the bank account, as a rule',
};

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['settlement'], operation: ['getMargins'] } },
	[CURRENCY, ...periodFields],
);

/** What each SKU has earned in the reporting currency, and the orders that nobody could reckon. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await once(this, 2, async (odoo) => {
		const period = periodOf(this, Date.now());
		const { margins, without } = await readMargins(odoo, period, currencyOf(this));
		return [margins, without];
	});
}

export const currencyOf = (context: IExecuteFunctions): string =>
	String(context.getNodeParameter('reportCurrency', 0)).trim().toUpperCase();
