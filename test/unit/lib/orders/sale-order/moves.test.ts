import { readMoves } from '../../../../../lib/orders/sale-order/moves';
import { fakeOdoo } from '../../odoo/fake-odoo';

const row = (id: number, origins: number[], line: number | false) => ({
	id,
	sale_line_id: line && [line, 'Line'],
	product_id: [41, 'Tee'],
	state: 'waiting',
	product_uom_qty: 1,
	quantity: 0,
	move_orig_ids: origins,
});

it('walks back to the first step, and gives each step its order line', async () => {
	const answers = [[row(3, [2], 7)], [row(2, [1], false)], [row(1, [], false)]];
	const odoo = fakeOdoo((_, index) => answers[index] ?? [], ['sale_line_id', 'quantity']);
	const moves = await readMoves(odoo, [7]);
	expect(moves.map(({ id, lineId }) => [id, lineId])).toEqual([
		[3, 7],
		[2, 7],
		[1, 7],
	]);
	expect(JSON.stringify(odoo.calls[1]?.params?.domain)).toContain('"internal"');
});

it('reads a step once, even if moves lead in a circle', async () => {
	const odoo = fakeOdoo(
		(_, index) => (index === 0 ? [row(1, [2], 7)] : [row(2, [1], false)]),
		['sale_line_id'],
	);
	expect(await readMoves(odoo, [7])).toHaveLength(2);
});

it('asks for the field that this version has', async () => {
	const odoo = fakeOdoo(() => [], ['sale_line_id', 'reserved_availability']);
	await readMoves(odoo, [7]);
	expect(odoo.calls[0]?.params?.fields).toContain('reserved_availability');
});

it('names the app that is missing', async () => {
	await expect(
		readMoves(
			fakeOdoo(() => []),
			[7],
		),
	).rejects.toMatchObject({ code: 'ODOO_APP_MISSING' });
});
