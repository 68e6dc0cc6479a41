import type { INodeProperties } from 'n8n-workflow';

import { releaseExpiredHolds } from '../../../../lib/orders/hold/release-holds';
import { dryRunField } from '../../../shared/operation-fields';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';

export const description: INodeProperties[] = [
	dryRunField('order', ['releaseExpiredHolds'], 'Odoo'),
];

/** Frees the stock of all holds that have expired unpaid: once a run, whatever its items. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const dryRun = context.getNodeParameter('dryRun', 0) as boolean;
		return toItems(await releaseExpiredHolds(odoo, Date.now(), dryRun));
	}),
);
