import { readBacklog } from '../../../../lib/orders/read-backlog';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

/** Tells what of the paid orders is left over in Odoo. */
export const execute = runPerItem(
	withOdoo(async (odoo, _context, _index, { json }) => ({
		json: { ...json, odoo: await readBacklog(odoo, Date.now()) },
	})),
);
