import { transfersInNote } from '../../../../../lib/orders/after-sales/return-part';
import { adoptReturns } from '../../../../../lib/orders/after-sales/unnoted-returns';

const transfer = (id: number, ...quantities: Array<[number, number]>) => ({
	...{ picking_id: id, name: `WH/IN/${id}`, quantities: new Map(quantities) },
});

it('takes the returns that fit into an after-sale, and leaves what is on none of them', () => {
	const part = { id: '1768', quantities: new Map([[41, 3]]) };
	const returns = [transfer(1, [41, 2]), transfer(2, [41, 2]), transfer(3, [42, 1])];
	const { adopted, left } = adoptReturns(part, returns);
	expect(adopted.map(({ picking_id }) => picking_id)).toEqual([1]);
	expect(left).toEqual({ id: '1768', quantities: new Map([[41, 1]]) });
});

it('reads the transfers that a note names', () => {
	expect(transfersInNote('<p>Return of after-sale 1768: WH/IN/1, WH/IN/2</p>')).toEqual([
		'WH/IN/1',
		'WH/IN/2',
	]);
	expect(transfersInNote('<p>Something else</p>')).toEqual([]);
});
