import { isBefore } from '../../../tools/services/odoo-versions';
import type { Shop } from './shop';

/** Gives the integration's user the right that credit notes need. */
export async function allowBilling({ admin, server }: Shop): Promise<void> {
	const someone = [['login', '=', server.user.login]];
	const [user] = await admin.call<number[]>('res.users', 'search', [someone]);
	const [, group] = await admin.call<[string, number]>('ir.model.data', 'check_object_reference', [
		'account',
		'group_account_invoice',
	]);
	const field = isBefore(server.version, '19') ? 'groups_id' : 'group_ids';
	await admin.call('res.users', 'write', [[user], { [field]: [[4, group]] }]);
}

/**
 * Accounts and a sales journal where the database has none: Odoo 14 comes without a chart of accounts.
 * As little as an invoice needs.
 */
export async function setUpAccounting({ admin }: Shop): Promise<void> {
	const sales = [['type', '=', 'sale']];
	if ((await admin.call<number>('account.journal', 'search_count', [sales])) > 0) return;
	const account = async (code: string, name: string, type: string, reconcile: boolean) => {
		const [, user_type_id] = await admin.call<[string, number]>(
			'ir.model.data',
			'check_object_reference',
			['account', `data_account_type_${type}`],
		);
		const values = { code, name, user_type_id, reconcile };
		return await admin.call<number>('account.account', 'create', [values]);
	};
	const receivable = await account('110000', 'Receivable', 'receivable', true);
	const income = await account('400000', 'Sales', 'revenue', false);
	const values = { name: 'Sales', code: 'INV', type: 'sale', default_account_id: income };
	await admin.call('account.journal', 'create', [values]);
	const ofPartners = [
		['model', '=', 'res.partner'],
		['name', '=', 'property_account_receivable_id'],
	];
	const [field] = await admin.call<number[]>('ir.model.fields', 'search', [ofPartners]);
	await admin.call('ir.property', 'create', [
		{
			name: 'property_account_receivable_id',
			fields_id: field,
			value_reference: `account.account,${receivable}`,
			company_id: 1,
		},
	]);
}

/** Both: what recording a refund with a credit note needs. */
export async function allowingCreditNotes(shop: Shop): Promise<void> {
	await setUpAccounting(shop);
	await allowBilling(shop);
}
