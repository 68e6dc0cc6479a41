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
	const odoo = fakeOdoo(
		({ model }) => (model === 'stock.location' ? [] : (answers.shift() ?? [])),
		['sale_line_id', 'quantity'],
	);
	const moves = await readMoves(odoo, [7]);
	expect(moves.map(({ id, lineId }) => [id, lineId])).toEqual([
		[3, 7],
		[2, 7],
		[1, 7],
	]);
	expect(JSON.stringify(odoo.calls[2]?.params?.domain)).toContain('"internal"');
});

it('reads a step once, even if moves lead in a circle', async () => {
	const odoo = fakeOdoo(
		({ params }) =>
			JSON.stringify(params).includes('sale_line_id.order_id')
				? [row(1, [2], 7)]
				: [row(2, [1], false)],
		['sale_line_id'],
	);
	expect(await readMoves(odoo, [7])).toHaveLength(2);
});

it('knows which moves bring goods to the buyer', async () => {
	const odoo = fakeOdoo(
		({ model }) => {
			if (model === 'stock.location') return [{ id: 9 }];
			return [8, 9].map((to) => ({ ...row(to, [], 7), location_dest_id: [to, 'x'] }));
		},
		['sale_line_id'],
	);
	const moves = await readMoves(odoo, [7]);
	expect(moves.map(({ id, toBuyer }) => [id, toBuyer])).toEqual([
		[8, false],
		[9, true],
	]);
});

it('asks for the field that this version has', async () => {
	const odoo = fakeOdoo(() => [], ['sale_line_id', 'reserved_availability']);
	await readMoves(odoo, [7]);
	const asked = odoo.calls.find(({ model }) => model === 'stock.move');
	expect(asked?.params?.fields).toContain('reserved_availability');
});

it('names the app that is missing', async () => {
	await expect(
		readMoves(
			fakeOdoo(() => []),
			[7],
		),
	).rejects.toMatchObject({ code: 'ODOO_APP_MISSING' });
});
