import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { rateTable } from '../../../../lib/odoo/settlement/company-rates';
import { readMargins } from '../../../../lib/odoo/settlement/margins';
import type { OdooClient } from '../../../../lib/odoo/client';
import type { Period } from '../../../../lib/odoo/settlement/sold-orders';
import { once } from '../../once';
import { periodFields, periodOf } from './period';

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

/** What each SKU has earned in the reporting currency. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await once(this, 1, async (odoo) => [
		await margins(odoo, periodOf(this, Date.now()), currencyOf(this)),
	]);
}

export const currencyOf = (context: IExecuteFunctions): string =>
	String(context.getNodeParameter('reportCurrency', 0)).trim().toUpperCase();

export async function margins(odoo: OdooClient, period: Period, currency: string) {
	const rates = await rateTable(odoo, [currency, 'CNY', 'USD', 'HKD']);
	return await readMargins(odoo, period, currency, rates);
}
