import type { INodeProperties } from 'n8n-workflow';

import { createReturn } from '../../../../lib/orders/after-sales/create-return';
import { readPaymentName } from '../../../../lib/orders/after-sales/find-paid-order';
import { dryRunField } from '../../../shared/operation-fields';
import { orderNotice } from '../../shared/order-notice';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

export const description: INodeProperties[] = [
	orderNotice('createReturn'),
	dryRunField('order', ['createReturn'], 'Odoo'),
];

/** Lets the warehouse expect back what was delivered of each order. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const dryRun = context.getNodeParameter('dryRun', index) as boolean;
		return { json: { ...json, odoo: await createReturn(odoo, readPaymentName(json), dryRun) } };
	}),
);
