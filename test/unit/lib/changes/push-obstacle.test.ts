import { pushObstacle } from '../../../../lib/changes/push-obstacle';
import { fakeOdoo } from '../odoo/fake-odoo';

const odooWith = ({ app = true, mayCreate = ['base.automation', 'ir.actions.server'] } = {}) =>
	fakeOdoo(
		({ model, method }) => {
			if (method === 'has_access') return mayCreate.includes(model);
			return app ? [{ id: 1 }] : [];
		},
		['webhook_url'],
	);

it('finds nothing in the way of an administrator of Odoo 17 and later', async () => {
	expect(await pushObstacle(odooWith())).toBeUndefined();
});

it.each([
	['version', fakeOdoo(() => []), 'version 17'],
	['app', odooWith({ app: false }), 'Automation Rules'],
	['right', odooWith({ mayCreate: [] }), 'Administrator'],
	['right', odooWith({ mayCreate: ['base.automation'] }), 'Administrator'],
])('names a missing %s', async (kind, odoo, why) => {
	expect(await pushObstacle(odoo)).toEqual({ kind, why: expect.stringContaining(why) });
});
