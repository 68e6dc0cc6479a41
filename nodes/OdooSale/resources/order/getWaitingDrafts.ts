import { waitingDrafts } from '../../../../lib/orders/record/waiting-drafts';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';

/** One item for each draft, as the trigger gave it: once a run, whatever its items. */
export const execute = runOnce(withOdoo(async (odoo) => toItems(await waitingDrafts(odoo))));
