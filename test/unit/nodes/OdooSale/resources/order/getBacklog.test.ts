import { OdooSale } from '../../../../../../nodes/OdooSale/OdooSale.node';
import { runNode } from '../../../../../support/engine';
import { odooDouble } from '../../support/odoo-double';

it('returns what is left over and how long no payment came', async () => {
	const odoo = await odooDouble({ 'res.users/context_get': { uid: 5 } });
	const parameters = { resource: 'order', operation: 'getBacklog' };
	const [[item] = []] = await runNode(new OdooSale(), parameters, [{ id: 1 }], odoo.credential);
	await odoo.close();
	expect(item?.json).toEqual({
		id: 1,
		odoo: {
			...{ in_review: 0, unfinished: 0, oldest: null, short: 0, oversold: 0 },
			silence: { minutes: null, usual_payments: 0 },
		},
	});
});
