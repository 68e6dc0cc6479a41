import { checkAccount } from '../../../../lib/odoo/check-account';
import { keyNoteFrom, ODOO_CREDENTIAL } from '../../../shared/odoo-connection';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

/** Reads what the connection to Odoo depends on: API key, rights, version, protocol. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, _index, { json }) => {
		const note = keyNoteFrom(await context.getCredentials(ODOO_CREDENTIAL));
		return { json: { ...json, odoo: await checkAccount(odoo, note, Date.now()) } };
	}),
);
