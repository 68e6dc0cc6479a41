import {
	changedSince,
	newestChange,
	type ChangeSource,
} from '../../../../lib/changes/changed-since';
import { IntegrationError } from '../../../../lib/core/errors';
import { fakeOdoo, type MadeCall } from '../odoo/fake-odoo';

const MOVES: ChangeSource = { model: 'stock.move', domain: [], of: 'product_id' };
const PICKINGS: ChangeSource = {
	model: 'stock.picking',
	domain: [['state', '=', 'done']],
	of: 'id',
};
const group = (id: number, written: string) => ({
	product_id: [id, 'x'],
	'write_date:max': written,
});

it('reads the overlap before its cursor again, on Odoo’s clock', async () => {
	const odoo = fakeOdoo(() => []);
	const found = await changedSince(odoo, [PICKINGS], '2026-03-01 00:01:00', 120);
	expect(found).toEqual({ ids: [], cursor: '2026-03-01 00:01:00' });
	expect(odoo.calls[0]?.params?.domain).toEqual([
		['state', '=', 'done'],
		['write_date', '>=', '2026-02-28 23:59:00'],
	]);
});

it('tells each id once and moves the cursor to the newest stamp of all sources', async () => {
	const answer = ({ model }: MadeCall) =>
		model === 'stock.move'
			? [group(7, '2026-03-01 00:02:00'), group(8, '2026-03-01 00:01:30')]
			: [{ id: 7, write_date: '2026-03-01 00:03:00' }];
	const found = await changedSince(fakeOdoo(answer), [MOVES, PICKINGS], '2026-03-01 00:01:00');
	expect(found).toEqual({ ids: [7, 8], cursor: '2026-03-01 00:03:00' });
});

it('never moves its cursor back', async () => {
	const odoo = fakeOdoo(() => [group(7, '2026-03-01 00:00:10')]);
	const { cursor } = await changedSince(odoo, [MOVES], '2026-03-01 00:01:00');
	expect(cursor).toBe('2026-03-01 00:01:00');
});

it('asks an Odoo that does not know the newer grouping in the older way, from then on', async () => {
	const odoo = fakeOdoo(({ method }) => {
		if (method === 'read_group')
			return [{ product_id: [7, 'x'], write_date: '2026-03-01 00:02:00' }];
		throw new IntegrationError({
			code: 'ODOO_SERVER_FAULT',
			message: 'AttributeError',
			likelyCause: 'x',
			nextStep: 'x',
		});
	});
	for (let times = 0; times < 2; times++) {
		const { ids } = await changedSince(odoo, [MOVES], '2026-03-01 00:01:00');
		expect(ids).toEqual([7]);
	}
	expect(odoo.calls.map(({ method }) => method)).toEqual([
		'formatted_read_group',
		'read_group',
		'read_group',
	]);
});

it('begins with the newest stamp, and with none where nothing was ever written', async () => {
	const written = ['2026-03-01 00:01:00', '2026-03-01 00:02:00'];
	const odoo = fakeOdoo((_, index) => [{ id: 1, write_date: written[index] }]);
	expect(await newestChange(odoo, [MOVES, PICKINGS])).toBe('2026-03-01 00:02:00');
	expect(
		await newestChange(
			fakeOdoo(() => []),
			[MOVES],
		),
	).toBe('1970-01-01 00:00:00');
});

it.each(['', 'now', '2026-03-01', '2026-13-01 00:00:00', "2026-03-01 00:00:00' OR 1"])(
	'refuses "%s" as a cursor',
	async (cursor) => {
		const odoo = fakeOdoo(() => []);
		await expect(changedSince(odoo, [MOVES], cursor)).rejects.toMatchObject({
			code: 'CURSOR_INVALID',
		});
		expect(odoo.calls).toEqual([]);
	},
);
