import { readSilence } from '../../../../lib/orders/payment-silence';
import { readBacklog } from '../../../../lib/orders/read-backlog';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

/** Counts paid orders that need attention, and says whether payments have stopped. */
export const execute = runPerItem(
	withOdoo(async (odoo, _context, _index, { json }) => {
		const backlog = await readBacklog(odoo, Date.now());
		const silence = await readSilence(odoo, Date.now());
		return { json: { ...json, odoo: { ...backlog, silence } } };
	}),
);
