import { IntegrationError } from '../../../../lib/core/errors';
import { demandAccess, demandField, mayAccess } from '../../../../lib/odoo/access';
import { fakeOdoo } from './fake-odoo';

const failure = (code: string) =>
	new IntegrationError({ code, message: '', likelyCause: '', nextStep: '' });

it('asks has_access, and names the missing right', async () => {
	const odoo = fakeOdoo(() => false);
	expect(await mayAccess(odoo, 'stock.picking', 'read')).toBe(false);
	expect(odoo.calls).toMatchObject([{ method: 'has_access', params: { operation: 'read' } }]);
	await expect(demandAccess(odoo, 'stock.picking', 'read')).rejects.toMatchObject({
		code: 'ODOO_ACCESS_DENIED',
		nextStep: expect.stringContaining('"Inventory: User"'),
	});
	await demandAccess(
		fakeOdoo(() => true),
		'stock.picking',
		'read',
	);
});

it('uses check_access_rights before Odoo 18, and does not try again', async () => {
	const odoo = fakeOdoo(({ method }) => {
		if (method === 'has_access') throw failure('ODOO_SERVER_FAULT');
		return true;
	});
	for (let time = 1; time <= 2; time += 1) {
		expect(await mayAccess(odoo, 'sale.order', 'create')).toBe(true);
	}
	expect(odoo.calls.map(({ method }) => method)).toEqual([
		'has_access',
		'check_access_rights',
		'check_access_rights',
	]);
});

it('does not let one unknown model decide how all others are asked', async () => {
	const odoo = fakeOdoo(({ model, method }) => {
		const unknown = model === 'ir.model.access' || method === 'check_access_rights';
		return unknown ? Promise.reject(failure('ODOO_NOT_FOUND')) : true;
	});
	await expect(mayAccess(odoo, 'ir.model.access', 'create')).rejects.toMatchObject({
		code: 'ODOO_NOT_FOUND',
	});
	expect(await mayAccess(odoo, 'sale.order', 'create')).toBe(true);
	expect(odoo.calls.at(-1)).toMatchObject({ model: 'sale.order', method: 'has_access' });
});

it('does not take a lost connection for an old version', async () => {
	const odoo = fakeOdoo(() => Promise.reject(failure('ODOO_NO_ANSWER')));
	await expect(mayAccess(odoo, 'sale.order', 'read')).rejects.toMatchObject({
		code: 'ODOO_NO_ANSWER',
	});
});

it('names the app that adds a missing field', async () => {
	await demandField(
		fakeOdoo(() => 0, ['sale_line_id']),
		'stock.move',
		'sale_line_id',
		'Inventory',
	);
	const odoo = fakeOdoo(() => 0);
	await expect(demandField(odoo, 'stock.move', 'sale_line_id', 'Inventory')).rejects.toMatchObject({
		code: 'ODOO_APP_MISSING',
		nextStep: expect.stringContaining('Apps → Inventory'),
	});
});
