import type { OdooAdmin } from '../../tools/services/odoo-admin';

/** A bank journal in INR of Odoo 19, whose statement lines the administrator may write. */
export async function openBankJournal(admin: OdooAdmin, login: string): Promise<number> {
	const [, basic] = await admin.call<[string, number]>('ir.model.data', 'check_object_reference', [
		'account',
		'group_account_basic',
	]);
	const users = await admin.call<number[]>('res.users', 'search', [[['login', '=', login]]]);
	await admin.call('res.users', 'write', [users, { group_ids: [[4, basic]] }]);
	const [inr] = await admin.call<number[]>('res.currency', 'search', [[['name', '=', 'INR']]]);
	return await admin.call<number>('account.journal', 'create', [
		{ name: 'INR bank', type: 'bank', code: 'BINR', currency_id: inr },
	]);
}
