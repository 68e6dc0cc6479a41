import { OdooSale } from '../../../../../../nodes/OdooSale/OdooSale.node';
import { runNode } from '../../../../../support/engine';
import { odooDouble } from '../../support/odoo-double';

const note = (id: number, body: string) => ({
	...{ id, body: `<p>${body}</p>`, model: 'sale.order', res_id: 7 },
	...{ date: '2026-11-22 10:00:00', write_date: '2026-11-22 10:00:00' },
});

it('sends replies and completions to outputs of their own', async () => {
	const opened = 'wechat_complaint.1900000001_2002018_opened';
	const odoo = await odooDouble({
		'res.users/context_get': { uid: 5 },
		'mail.message/search_read': [
			note(11, 'WeChat complaint 2002018'),
			note(12, 'WeChat: 今天补发'),
			note(13, 'WeChat solved'),
			note(14, 'Call the warehouse'),
		],
		'mail.message/get_metadata': [
			{ id: 11, xmlids: [{ xmlid: opened }] },
			...[12, 13, 14].map((id) => ({ id, xmlids: [] })),
		],
	});
	const parameters = { resource: 'complaint', operation: 'getAnswers' };
	const outputs = await runNode(new OdooSale(), parameters, [{}], odoo.credential);
	await odoo.close();
	const answer = { model: 'sale.order', record_id: 7, written_at: '2026-11-22T10:00:00.000Z' };
	const complaint = { complaint_id: '2002018', complainted_mchid: '1900000001' };
	expect(outputs.map((items) => items.map(({ json }) => json))).toEqual([
		[
			{
				...complaint,
				complaint_answer: { ...answer, kind: 'reply', text: '今天补发', key: 'note12' },
			},
		],
		[{ ...complaint, complaint_answer: { ...answer, kind: 'complete', text: '', key: 'note13' } }],
	]);
});
