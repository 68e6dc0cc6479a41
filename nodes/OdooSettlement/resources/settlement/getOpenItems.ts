import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { readSoldOrders, type Period } from '../../../../lib/settlement/odoo/read-sold-orders';
import { openItems, type OpenItem } from '../../../../lib/settlement/open-items';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { periodFields, periodOf } from '../../shared/period';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['settlement'], operation: ['getOpenItems'] } },
	[
		...periodFields,
		{
			displayName: 'Realisation Period (Months)',
			name: 'realisationMonths',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 60 },
			default: 0,
			description:
				'Months from the order until its money has to arrive, as your bank says. Adds realise_by and overdue to each item; 0 leaves them out.',
		},
	],
);

/** Get orders that are paid but not settled, or settled but not received, the oldest first. */
export const execute = runOnce(
	withOdoo(async (odoo, context) =>
		toItems(
			await readOpenItems(
				odoo,
				periodOf(context, Date.now()),
				Date.now(),
				Number(context.getNodeParameter('realisationMonths', 0, 0)),
			),
		),
	),
);

/** @param nowMs milliseconds since 1970 */
export async function readOpenItems(
	odoo: OdooClient,
	period: Period,
	nowMs: number,
	months = 0,
): Promise<OpenItem[]> {
	const orders = await readSoldOrders(odoo, period);
	const today = new Date(nowMs).toISOString().slice(0, 10);
	return openItems(
		orders.map(({ name, transaction_id, date, money: { problem, ...money } }) => ({
			...{ order: name, transaction_id, date },
			...(money.paid && { paid: money.paid }),
			...(money.settled && { settled: money.settled }),
			...(money.received && { received: money.received }),
			...(problem && { problem }),
		})),
		today,
		months,
	);
}
