import type { Move } from '../../../../../lib/orders/sale-order/moves';
import { lineReservation } from '../../../../../lib/orders/sale-order/recorded-order';
import { line } from '../orders';

const move = (change: Partial<Move>): Move => ({
	id: 1,
	lineId: 1,
	productId: 41,
	state: 'assigned',
	demand: 3,
	reserved: 3,
	origins: [],
	toBuyer: true,
	...change,
});
const of = (...moves: Move[]) => lineReservation(line(1, 41, 3), moves);

it('counts what a move holds back', () => {
	expect(of(move({}))).toEqual({ ordered: 3, reserved: 3, missing: 0 });
	expect(of(move({ state: 'partially_available', reserved: 1 }))).toMatchObject({ missing: 2 });
	expect(of(move({ state: 'confirmed', reserved: 0 }))).toMatchObject({ missing: 3 });
});

it('holds nothing back without a move, whatever the order says', () => {
	expect(of()).toEqual({ ordered: 3, reserved: 0, missing: 3 });
	expect(of(move({ lineId: 2 }))).toMatchObject({ reserved: 0 });
});

it('asks no move of a service', () => {
	const service = { ...line(1, 41, 3), moves: false };
	expect(lineReservation(service, [])).toEqual({ ordered: 3, reserved: 3, missing: 0 });
});

it('counts what has left already, and a backorder beside it', () => {
	const left = move({ state: 'done', demand: 2, reserved: 0 });
	expect(of(left, move({ id: 2, demand: 1, reserved: 1 }))).toMatchObject({ reserved: 3 });
	expect(of(left, move({ id: 2, demand: 1, reserved: 0 }))).toMatchObject({ missing: 1 });
});

it('reads only the first step of a delivery in several steps', () => {
	const ship = move({ id: 2, state: 'waiting', reserved: 0, origins: [1] });
	expect(of(move({}), ship)).toMatchObject({ reserved: 3 });
	expect(of(move({ reserved: 1 }), ship)).toMatchObject({ reserved: 1, missing: 2 });
});

it('holds nothing back while the goods have yet to come from a vendor', () => {
	expect(of(move({ state: 'waiting', reserved: 0, origins: [99] }))).toMatchObject({ reserved: 0 });
});

it('counts goods that are bought or made for the order as on order, not as missing', () => {
	const line3 = { ...line(1, 41, 3), toOrder: true };
	const waiting = move({ state: 'waiting', reserved: 1, origins: [99] });
	expect(lineReservation(line3, [waiting])).toEqual({
		...{ ordered: 3, reserved: 1, missing: 0, on_order: 2 },
	});
	expect(lineReservation(line3, [move({})])).toEqual({ ordered: 3, reserved: 3, missing: 0 });
});

it('never counts more than was ordered', () => {
	expect(of(move({ demand: 9, reserved: 9 }))).toMatchObject({ reserved: 3, missing: 0 });
});

it('counts pieces of the order when the move counts in another unit', () => {
	const dozens = lineReservation(line(1, 41, 2), [move({ demand: 24, reserved: 12 })]);
	expect(dozens).toEqual({ ordered: 2, reserved: 1, missing: 1 });
});

it('counts a kit by its scarcest component', () => {
	const shirt = move({ productId: 51, demand: 3, reserved: 3 });
	const buttons = move({ id: 2, productId: 52, demand: 12, reserved: 7 });
	expect(of(shirt, buttons)).toEqual({ ordered: 3, reserved: 1, missing: 2 });
});
