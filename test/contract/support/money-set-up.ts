import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { runSetUp } from '../../../lib/set-up/run-set-up';
import { setUpSteps } from '../../../lib/set-up/set-up-steps';
import { allowingCreditNotes } from './accounting';
import type { Shop } from './shop';

/** Sets an Odoo up for three currencies and the ledger. */
export async function setUpMoney(shop: Shop): Promise<void> {
	await allowingCreditNotes(shop);
	const steps = setUpSteps({ currencies: ['CNY', 'USD', 'INR'] });
	const failed = (await runSetUp(await connectAdministrator(shop), steps)).filter(
		({ status }) => !['made', 'exists'].includes(status),
	);
	if (failed.length > 0) throw new Error(JSON.stringify(failed));
}

export async function connectAdministrator({ server, connection }: Shop): Promise<OdooClient> {
	const { login, password } = server.admin;
	return await connectOdoo({ ...connection('xmlrpc'), login, secret: password });
}
