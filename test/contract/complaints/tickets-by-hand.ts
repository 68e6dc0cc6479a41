import type { Shop } from '../support/shop';

/** Models of tickets and their stages as a person makes them in Odoo's settings: Community has no helpdesk. */
export async function ticketsByHand({ admin }: Shop) {
	const [model, stages] = ['x_wechat_test_ticket', 'x_wechat_test_stage'];
	const field = (name: string, ttype: string, more = {}) => [
		0,
		0,
		{ name, ttype, field_description: name, state: 'manual', ...more },
	];
	const makeModel = async (name: string, fields: unknown[], more = {}) => {
		const values = { name, model: name, state: 'manual', field_id: fields, ...more };
		const id = await admin.call<number>('ir.model', 'create', [values]);
		const all = { perm_read: true, perm_write: true, perm_create: true, perm_unlink: true };
		const [, group] = await admin.call<[string, number]>(
			'ir.model.data',
			'check_object_reference',
			['base', 'group_user'],
		);
		const access = { name, model_id: id, group_id: group, ...all };
		await admin.call('ir.model.access', 'create', [access]);
	};
	await makeModel(stages, [field('x_name', 'char'), field('x_fold', 'boolean')]);
	const fields = [
		field('x_name', 'char'),
		field('x_description', 'text'),
		field('x_sale_order_id', 'many2one', { relation: 'sale.order' }),
		field('x_stage_id', 'many2one', { relation: stages }),
	];
	await makeModel(model, fields, { is_mail_thread: true, is_mail_activity: true });
	const solved = await admin.call<number>(stages, 'create', [{ x_name: 'Solved', x_fold: true }]);
	return {
		model,
		close: async (id: number) => await admin.call(model, 'write', [[id], { x_stage_id: solved }]),
	};
}
