import type { IDataObject } from 'n8n-workflow';

import { isBefore } from '../../../tools/services/odoo-versions';
import { received } from '../support/money-stages';
import { useSettledShop } from '../support/settled-shop';
import { VERSIONS } from '../support/versions';

/** Odoo 14 comes without a chart of accounts. */
const withAccounts = VERSIONS.filter((version) => !isBefore(version, '15'));

describe.each(withAccounts)('Accounting for a payout in Odoo %s', (version) => {
	const shop = useSettledShop(version, received);

	it('becomes two draft entries, once, which balance', async () => {
		const { admin } = shop().shop;
		const [journal] = await admin.call<number[]>('account.journal', 'search', [
			[['type', '=', 'general']],
		]);
		const [id] = await admin.call<number[]>('account.account', 'search', [
			[['account_type', '=', 'asset_current']],
		]);
		const names = ['clearing', 'transit', 'fee', 'bank', 'charges', 'difference'];
		const accounts = Object.fromEntries(names.map((name) => [`${name}Account`, id!]));
		const [rows] = await shop().run('getRemittanceRegister', await shop().payouts());
		const parameters = { ...accounts, entryJournal: journal! };
		const draft = async () =>
			(await shop().run('createDraftEntries', [rows![0]!.json], parameters))[0]?.[0]?.json
				.odoo as unknown as { entries: Array<{ account_move_id: number; created: boolean }> };
		const { entries: made } = await draft();
		expect(made.map(({ created }) => created)).toEqual([true, true]);
		const moves = await admin.call<IDataObject[]>('account.move', 'read', [
			made.map(({ account_move_id }) => account_move_id),
			['state', 'move_type', 'ref'],
		]);
		expect(moves).toMatchObject([
			{ state: 'draft', move_type: 'entry' },
			{ state: 'draft', move_type: 'entry' },
		]);
		expect((await draft()).entries.map(({ created }) => created)).toEqual([false, false]);
	});
});
