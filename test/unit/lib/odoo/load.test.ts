import { IntegrationError } from '../../../../lib/core/errors';
import { loadRecords } from '../../../../lib/odoo/load';
import { fakeOdoo } from './fake-odoo';

const RECORDS = [
	{
		key: 'a',
		rows: [
			['x.a', '1'],
			['', '2'],
		],
	},
	{ key: 'b', rows: [['x.b', '1']] },
	{ key: 'c', rows: [['x.c', '1']] },
];
const error = (record: number, message = 'No') => ({ type: 'error', message, record });
const fault = (code: string, retryable = false) =>
	new IntegrationError({ code, message: code, likelyCause: 'x', nextStep: 'x', retryable });
const load = async (odoo: ReturnType<typeof fakeOdoo>) =>
	await loadRecords(odoo, 'sale.order', ['id', 'line'], RECORDS);

it('sends all records in one call and gives their ids by key', async () => {
	const odoo = fakeOdoo(() => ({ ids: [7, 8, 9], messages: [] }));
	const { ids, rejected } = await load(odoo);
	expect([...ids]).toEqual([
		['a', 7],
		['b', 8],
		['c', 9],
	]);
	expect(rejected.size).toBe(0);
	expect(odoo.calls).toHaveLength(1);
	expect(odoo.calls[0]?.params).toMatchObject({
		data: [
			['x.a', '1'],
			['', '2'],
			['x.b', '1'],
			['x.c', '1'],
		],
	});
});

it('takes a bad record out by its number and sends the rest again', async () => {
	const odoo = fakeOdoo(({ params }) => {
		const data = (params?.data as string[][]).filter(([id]) => id);
		const bad = data.findIndex(([id]) => id === 'x.b');
		if (bad >= 0) return { ids: false, messages: [error(bad, 'No\nsuch product')] };
		return { ids: data.map((_, index) => 7 + index), messages: [] };
	});
	const { ids, rejected } = await load(odoo);
	expect([...ids]).toEqual([
		['a', 7],
		['c', 8],
	]);
	expect([...rejected]).toEqual([['b', 'No such product']]);
});

it('accepts the first record, which Odoo blames for an error of another as well', async () => {
	const odoo = fakeOdoo(({ params }) => {
		const data = (params?.data as string[][]).filter(([id]) => id);
		const bad = data.findIndex(([id]) => id === 'x.c');
		if (bad < 0) return { ids: data.map(([id]) => id?.charCodeAt(2)), messages: [] };
		return { ids: false, messages: [error(0, 'No c'), error(bad, 'No c')] };
	});
	const { ids, rejected, retried } = await load(odoo);
	expect([...ids]).toEqual([
		['a', 97],
		['b', 98],
	]);
	expect([...rejected]).toEqual([['c', 'No c']]);
	expect([...retried]).toEqual(['a']);
});

it('throws a lost race to be repeated, and refuses no record for it', async () => {
	const race = error(0, 'could not serialize access due to concurrent update');
	const odoo = fakeOdoo(() => ({ ids: false, messages: [race] }));
	await expect(load(odoo)).rejects.toMatchObject({ code: 'ODOO_SERIALIZATION', retryable: true });
});

it('throws an ended database session to be repeated, and rejects no record for it', async () => {
	const ended = error(0, 'Unknown error during import: InterfaceError: cursor already closed');
	const odoo = fakeOdoo(() => ({ ids: false, messages: [ended] }));
	await expect(load(odoo)).rejects.toMatchObject({ code: 'ODOO_INTERRUPTED', retryable: true });
});

it('finds the bad record by halves where the whole call fails', async () => {
	const odoo = fakeOdoo(({ params }) => {
		const data = params?.data as string[][];
		if (data.some(([id]) => id === 'x.b')) throw fault('ODOO_SERVER_FAULT');
		return { ids: data.filter(([id]) => id).map(([id]) => id?.charCodeAt(2)), messages: [] };
	});
	const { ids, rejected } = await load(odoo);
	expect([...ids]).toEqual([
		['a', 97],
		['c', 99],
	]);
	expect([...rejected]).toEqual([['b', 'ODOO_SERVER_FAULT']]);
});

it('takes a buyer who is called "deadlock detected" for no deadlock', async () => {
	const odoo = fakeOdoo(({ method, params }) => {
		if (method !== 'load') return true;
		const data = params?.data as string[][];
		const bad = data.findIndex(([, name]) => name === 'deadlock detected');
		return bad < 0
			? { ids: data.map((_, index) => 7 + index), messages: [] }
			: { ids: false, messages: [error(bad, 'No "deadlock detected" here')] };
	});
	const records = ['Zhang', 'deadlock detected'].map((name) => ({
		key: name,
		rows: [[`x.${name}`, name]],
	}));
	const { ids, rejected } = await loadRecords(odoo, 'res.partner', ['id', 'name'], records);
	expect([...ids]).toEqual([['Zhang', 7]]);
	expect([...rejected.keys()]).toEqual(['deadlock detected']);
});

it('rejects no record for a fault that passes', async () => {
	const odoo = fakeOdoo(() => {
		throw fault('ODOO_UNAVAILABLE', true);
	});
	await expect(load(odoo)).rejects.toMatchObject({ code: 'ODOO_UNAVAILABLE' });
	expect(odoo.calls).toHaveLength(1);
});

it('does not repeat for ever when Odoo blames no record', async () => {
	const odoo = fakeOdoo(({ method }) =>
		method === 'load' ? { ids: false, messages: [{ type: 'error', message: 'Bad column' }] } : true,
	);
	expect((await load(odoo)).rejected.get('b')).toBe('Odoo says: Bad column');
	expect(odoo.calls.filter(({ method }) => method === 'load')).toHaveLength(5);
});

it('names a missing right when every record is rejected for it', async () => {
	const odoo = fakeOdoo(({ method }) =>
		method === 'load' ? { ids: false, messages: [error(0), error(1), error(2)] } : false,
	);
	await expect(load(odoo)).rejects.toMatchObject({ code: 'ODOO_ACCESS_DENIED' });
});

it('calls nothing for no records', async () => {
	const odoo = fakeOdoo(() => undefined);
	expect((await loadRecords(odoo, 'sale.order', ['id'], [])).ids.size).toBe(0);
	expect(odoo.calls).toEqual([]);
});
