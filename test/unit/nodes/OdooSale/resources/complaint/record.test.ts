import { OdooSale } from '../../../../../../nodes/OdooSale/OdooSale.node';
import { runNode } from '../../../../../support/engine';
import { odooDouble } from '../../support/odoo-double';

const parameters = { resource: 'complaint', operation: 'record' };
const item = {
	...{ mchid: '1900000001', complainted_mchid: '1900000001', complaint_id: '2002018' },
	complaint_state: 'PENDING',
	complaint: {
		reply_by: '2026-11-23T10:30:00.000Z',
		solve_by: '2026-11-25T10:30:00.000Z',
		history: [{ log_id: '1', operate_type: 'USER_CREATE_COMPLAINT', operate_details: '未到' }],
	},
};

it('says where the complaint is', async () => {
	const odoo = await odooDouble({
		'res.users/context_get': { uid: 5 },
		'res.users/search_read': [{ id: 5, company_id: [1, 'Company'] }],
		'res.company/search_read': [{ id: 1, partner_id: [3, 'Company'] }],
		'mail.message/load': { ids: [21, 22], messages: [] },
		'mail.activity/load': { ids: [31], messages: [] },
	});
	const [[recorded] = []] = await runNode(new OdooSale(), parameters, [item], odoo.credential);
	await odoo.close();
	expect(recorded?.json.odoo).toEqual({
		...{ status: 'open', model: 'res.partner', record_id: 3 },
		...{ sale_order_id: null, credited_fen: 0 },
	});
});

it('takes no complaint without its history', async () => {
	const odoo = await odooDouble({ 'res.users/context_get': { uid: 5 } });
	const { reply_by, solve_by } = item.complaint;
	const listed = [{ ...item, complaint: { reply_by, solve_by } }];
	const run = runNode(new OdooSale(), parameters, listed, odoo.credential);
	await expect(run).rejects.toMatchObject({
		message: expect.stringContaining('complaint.history'),
	});
	await odoo.close();
});
