import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { readMargins } from '../../../../lib/settlement/odoo/read-margins';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { periodFields, periodOf } from '../../shared/period';

export const CURRENCY: INodeProperties = {
	displayName: 'Reporting Currency',
	name: 'reportCurrency',
	type: 'string',
	default: 'INR',
	required: true,
	placeholder: 'e.g. INR',
	description: 'Three-letter ISO 4217 code, usually of the currency of your bank account',
};

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['settlement'], operation: ['getMargins'] } },
	[CURRENCY, ...periodFields],
);

/** Get the margin of each SKU in the reporting currency, and the orders whose margin could not be calculated. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const period = periodOf(context, Date.now());
		const { margins, without } = await readMargins(odoo, period, currencyOf(context));
		return [...toItems(margins), ...toItems(without, 1)];
	}),
);

export const currencyOf = (context: IExecuteFunctions): string =>
	String(context.getNodeParameter('reportCurrency', 0)).trim().toUpperCase();
