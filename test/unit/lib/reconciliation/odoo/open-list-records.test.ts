import { IntegrationError } from '../../../../../lib/core/errors';
import {
	readOpenList,
	updateOpenList,
	writeOpenList,
} from '../../../../../lib/reconciliation/odoo/open-list-records';
import { dayEntry } from '../../../../../lib/reconciliation/open-list';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { callsOf, odooWithRows } from '../../odoo/odoo-with-rows';

const MODEL = 'x_wechat_open_difference';
const row = {
	...{ id: 1, x_key: '2026-11-21_in_review_42', x_kind: 'in_review', x_state: 'open' },
	...{
		x_date: '2026-11-21',
		x_transaction_id: '42',
		x_order: 'S1',
		x_cause: 'c',
		x_next_step: 'n',
	},
};
const day = { mchid: '', date: '2026-11-21' };

it('reads what is open whatever its day, and everything since a day', async () => {
	const rows = [
		{ ...row, x_date: '2026-10-01' },
		{ ...row, id: 2, x_date: '2026-10-01', x_state: 'closed' },
		{ ...row, id: 3, x_state: 'closed', x_closed: '2026-11-22' },
	];
	const entries = await readOpenList(odooWithRows({ [MODEL]: rows }), day);
	expect(entries.map(({ date, state }) => [date, state])).toEqual([
		['2026-10-01', 'open'],
		['2026-11-21', 'closed'],
	]);
	expect(entries[0]).toEqual({
		...{ key: '2026-11-21_in_review_42', kind: 'in_review', state: 'open', date: '2026-10-01' },
		...{
			transaction_id: '42',
			order: 'S1',
			cause: 'c',
			next_step: 'n',
			mchid: '',
			out_trade_no: '',
		},
	});
});

it('writes each entry by its external id, and nothing where nothing changes', async () => {
	const odoo = odooWithRows({ [MODEL]: [row] }, ({ params }) => ({
		...{ ids: (params?.data as unknown[]).map((_, index) => index + 1), messages: [] },
	}));
	const changes = await updateOpenList(odoo, day, [], '2026-11-23');
	expect(changes.map(({ kind, state, closed }) => [kind, state, closed])).toEqual([
		['in_review', 'closed', '2026-11-23'],
		['day_not_compared', 'closed', '2026-11-23'],
	]);
	const [load] = callsOf(odoo, `${MODEL} load`);
	expect((load?.params?.data as string[][]).map(([id, name]) => [id, name])).toEqual([
		['wechat_open.2026-11-21_in_review_42', 'S1: in_review'],
		['wechat_open.2026-11-21_day_not_compared', 'Bill of 2026-11-21'],
	]);
	await writeOpenList(odoo, []);
	expect(callsOf(odoo, `${MODEL} load`)).toHaveLength(1);
});

it('reads the list of one merchant', async () => {
	const rows = [
		{ ...row, x_mchid: '1' },
		{ ...row, id: 2, x_mchid: '2' },
	];
	const entries = await readOpenList(odooWithRows({ [MODEL]: rows }), { ...day, mchid: '2' });
	expect(entries.map(({ mchid }) => mchid)).toEqual(['2']);
	expect(dayEntry({ ...day, mchid: '2' }).key).toBe('2_2026-11-21_day_not_compared');
});

it('names Set Up where the table is missing', async () => {
	const unknown = { code: 'ODOO_NOT_FOUND', message: '', likelyCause: '', nextStep: '' };
	const odoo = fakeOdoo(({ method }) => {
		if (method === 'check_object_reference') return [];
		throw new IntegrationError(unknown);
	});
	await expect(readOpenList(odoo, day)).rejects.toMatchObject({ code: 'ODOO_OPEN_LIST_MISSING' });
});

it('leaves the differences of a WeChat Shop alone where a merchant compares its bill, also without a merchant ID', async () => {
	const rows = [
		row,
		{ ...row, id: 2, x_key: 'wx-shop_2026-11-21_in_review_43', x_mchid: 'wx-shop' },
	];
	const list = odooWithRows({ [MODEL]: rows });
	const keys = async (mchid: string) =>
		(await readOpenList(list, { ...day, mchid })).map(({ key }) => key);
	expect(await keys('')).toEqual([row.x_key]);
	expect(await keys('wx-shop')).toEqual([rows[1]?.x_key]);
});
