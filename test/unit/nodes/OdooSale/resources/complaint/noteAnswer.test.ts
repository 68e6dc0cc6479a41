import { OdooSale } from '../../../../../../nodes/OdooSale/OdooSale.node';
import { runNode } from '../../../../../support/engine';
import { odooDouble } from '../../support/odoo-double';

it('notes each answer, and passes on the fields of its item', async () => {
	const odoo = await odooDouble({
		'res.users/context_get': { uid: 5 },
		'mail.message/load': { ids: [20], messages: [] },
	});
	const item = {
		...{ complaint_id: '2002018', complainted_mchid: '1900000001', n: 1 },
		complaint_answer: {
			...{ kind: 'reply', text: '好', written_at: '2026-11-22T10:00:00.000Z' },
			...{ key: 'note12', model: 'sale.order', record_id: 7 },
		},
	};
	const failed = { ...item, error: 'No connection.' };
	const parameters = { resource: 'complaint', operation: 'noteAnswer' };
	const [items = []] = await runNode(new OdooSale(), parameters, [item, failed], odoo.credential);
	await odoo.close();
	const place = { model: 'sale.order', record_id: 7 };
	expect(items.map(({ json }) => json)).toEqual([
		{ ...item, odoo: { status: 'sent', ...place } },
		{ ...failed, odoo: { status: 'failed', ...place } },
	]);
});
