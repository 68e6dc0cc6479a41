import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { createReturn } from '../../../../lib/orders/after-sales/create-return';
import { readPaymentName } from '../../../../lib/orders/after-sales/find-paid-order';
import { readReturnPart } from '../../../../lib/orders/after-sales/read-return-part';
import { dryRunField } from '../../../shared/operation-fields';
import { orderNotice } from '../../shared/order-notice';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

export const description: INodeProperties[] = [
	orderNotice('createReturn'),
	{
		displayName: 'Only the After-Sale',
		name: 'onlyAfterSale',
		type: 'boolean',
		default: false,
		displayOptions: { show: { resource: ['order'], operation: ['createReturn'] } },
		description:
			'Whether to return only the products of the after-sale in the item (after_sale_id and the mapping of SKU Map), once for each after-sale, instead of everything that was delivered',
	},
	dryRunField('order', ['createReturn'], 'Odoo'),
];

/** Lets the warehouse expect back what was delivered of each order. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const dryRun = context.getNodeParameter('dryRun', index) as boolean;
		const only = context.getNodeParameter('onlyAfterSale', index, false) === true;
		const part = only ? readReturnPart(json) : undefined;
		const odooReturn = await createReturn(odoo, readPaymentName(json), dryRun, part);
		return { json: { ...json, odoo: odooReturn as unknown as IDataObject } };
	}),
);
