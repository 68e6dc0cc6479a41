import { shareN8n } from '../../tools/services/shared-n8n';
import { shareOdoo } from '../../tools/services/shared-odoo';
import { setUpMoney } from '../contract/support/money-set-up';
import { installApps } from '../contract/support/apps';
import { installLocalizations } from '../contract/support/localizations';
import { shopOn, stockShelves } from '../contract/support/shop';

/** Before the first test file of a run: the services that all files share, started when one asks for them. */
export default async function shareServices(): Promise<void> {
	const odoo = await shareOdoo({
		shop: { prepare: stockShelves },
		routes: {
			prepare: async (server) => {
				await installApps(server);
				await stockShelves(server);
			},
		},
		books: { from: 'shop', prepare: installLocalizations },
		money: { from: 'shop', prepare: async (server) => await setUpMoney(await shopOn(server)) },
	});
	process.env.SHARED_ODOO = odoo.url;
	process.env.SHARED_N8N = (await shareN8n()).url;
}
