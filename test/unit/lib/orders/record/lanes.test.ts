import {
	createLanes,
	groupByKeys,
	laneKeys,
	batchSize,
} from '../../../../../lib/orders/record/lanes';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

it('knows which keys are busy and how many lanes are free, and says when one becomes free', () => {
	const lanes = createLanes(2);
	let woken = 0;
	lanes.whenFree(() => (woken += 1));
	const leave = lanes.enter(['tee']);
	expect(lanes.free()).toBe(1);
	expect([lanes.isBusy(['tee', 'mug']), lanes.isBusy(['mug'])]).toEqual([true, false]);
	leave();
	expect([lanes.free(), lanes.isBusy(['tee']), woken]).toEqual([2, false, 1]);
});

it('groups what is connected by keys, also through a later one', () => {
	const things = ['a', 'b', 'c', 'ab', 'd'];
	const groups = groupByKeys(things, (thing) => [...thing]);
	expect(groups.map(({ members }) => members.join())).toEqual(['a,b,ab', 'c', 'd']);
	expect(groups[0]?.keys.sort()).toEqual(['a', 'b']);
	const late = groupByKeys(['ab', 'a', 'b', 'bc', 'c'], (thing) => [...thing]);
	expect(late.map(({ members }) => members.join())).toEqual(['ab,a,b,bc,c']);
});

const keysOf = async (answer: Parameters<typeof fakeOdoo>[0]) => {
	const order = paidOrder({ payer: { openid: 'o1' } });
	const odoo = fakeOdoo(answer, ['bom_ids']);
	const first = (await laneKeys(odoo, [order])).get(order);
	expect((await laneKeys(odoo, [order])).get(order)).toEqual(first);
	return { keys: first, calls: odoo.calls.length };
};

it('names the buyer, the products and the components of kits, which are read once', async () => {
	const { keys, calls } = await keysOf(({ params }) => {
		const domain = JSON.stringify(params?.domain);
		if (!domain.includes('bom_line_ids')) return [{ id: 42 }];
		return domain.includes('[42]') ? [{ id: 7 }, { id: 8 }] : [];
	});
	expect(keys).toEqual([
		'wechat_openid.wx0000000000000001_o1',
		'product 41',
		'product 42',
		'product 7',
		'product 8',
	]);
	expect(calls).toBe(3);
});

it('goes on with the products where kits cannot be read', async () => {
	const { keys } = await keysOf(() => Promise.reject(new Error('down')));
	expect(keys).toEqual(['wechat_openid.wx0000000000000001_o1', 'product 41', 'product 42']);
});

it('begins with 16 orders while WeChat waits, and 50 where there is time', () => {
	expect(batchSize().limit(4_000)).toBe(16);
	expect(batchSize().limit(30_000)).toBe(50);
});

it('follows what batches take, between 8 and 50 orders', () => {
	const size = batchSize();
	for (let round = 0; round < 20; round += 1) size.measured(16, 16 * 40);
	expect(size.limit(4_000)).toBe(39);
	for (let round = 0; round < 20; round += 1) size.measured(16, 16 * 1_000);
	expect(size.limit(4_000)).toBe(8);
});

it('learns nothing from a single order', () => {
	const size = batchSize();
	size.measured(1, 3_000);
	expect(size.limit(4_000)).toBe(16);
});
