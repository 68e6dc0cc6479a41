import type { OdooClient } from '../../../lib/odoo/client';
import { connectOdoo } from '../../../lib/odoo/connect';
import { runSetUp } from '../../../lib/set-up/run-set-up';
import { setUpSteps } from '../../../lib/set-up/set-up-steps';
import { allowBilling, setUpAccounting } from './accounting';
import type { Shop } from './shop';

/** Sets an Odoo up for three currencies and the ledger. @returns its administrator's connection */
export async function setUpMoney(shop: Shop): Promise<OdooClient> {
	await setUpAccounting(shop);
	await allowBilling(shop);
	const { login, password } = shop.server.admin;
	const asAdmin = { ...shop.connection('xmlrpc'), login, secret: password };
	const administrator = await connectOdoo(asAdmin);
	const steps = setUpSteps({ currencies: ['CNY', 'USD', 'INR'] });
	const failed = (await runSetUp(administrator, steps)).filter(
		({ status }) => !['made', 'exists'].includes(status),
	);
	if (failed.length > 0) throw new Error(JSON.stringify(failed));
	return administrator;
}
