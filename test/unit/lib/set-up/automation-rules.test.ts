import { automationRules } from '../../../../lib/set-up/automation-rules';
import { fakeOdoo, type MadeCall } from '../odoo/fake-odoo';

/** An Odoo 19 with these answers to searches, by model; an administrator asks. */
const odooWith = (rows: Record<string, object[]>) =>
	fakeOdoo(
		({ model, method }: MadeCall) => (method === 'has_access' ? true : (rows[model] ?? [])),
		['webhook_url'],
	);

const INSTALLED = { 'ir.model': [{ id: 1, model: 'base.automation' }] };

describe('What set-up tells of automation rules', () => {
	it('names the app that is not installed, and where to install it', async () => {
		expect(await automationRules(odooWith({}))).toMatchObject({
			status: 'no_app',
			message: expect.stringContaining('Apps → Automation Rules'),
		});
	});

	it('says who makes them when there is none', async () => {
		expect(await automationRules(odooWith(INSTALLED))).toMatchObject({ status: 'by_trigger' });
	});

	it('names those that are there, and which of them is switched off', async () => {
		const rules = [
			{ id: 1, name: 'n8n Delivery Done 1a2b3c4d', active: true },
			{ id: 2, name: 'n8n Stock Changed 5a0e4c1e', active: false },
		];
		const told = await automationRules(odooWith({ ...INSTALLED, 'base.automation': rules }));
		expect(told.status).toBe('exists');
		expect(told.message).toContain(
			'n8n Delivery Done 1a2b3c4d, n8n Stock Changed 5a0e4c1e (switched off)',
		);
	});
});
