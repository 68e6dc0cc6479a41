import fc from 'fast-check';

import { flowEntries, readShopFlow, type ShopFlow } from '../../../../lib/settlement/shop-flow';

const row = (flow: object, more: object = {}) => ({
	...{ trade_state: 'FLOW', mchid: 'wxshop', transaction_id: '371', out_trade_no: '371' },
	flow: {
		id: '9',
		type: 1,
		name: '订单支付',
		fen: 9800,
		time: '2026-11-22T09:00:00+08:00',
		...flow,
	},
	funds: { buyer_paid_fen: 9500 },
	...more,
});
const entriesOf = (item: ReturnType<typeof row>) =>
	flowEntries(readShopFlow(item)!).map(({ leg, amount }) => [leg, amount.amount]);

it.each([
	[
		'a payment: what the buyer paid, and what the shop receives',
		row({}),
		[
			['paid', 9500],
			['settled', 9800],
		],
	],
	[
		'a refund',
		row({ type: 3, fen: -500 }),
		[
			['paid', -500],
			['settled', -500],
		],
	],
	["an influencer's commission", row({ type: 10, fen: -250 }), [['fee', -250]]],
	['the platform’s fee', row({ type: 11, fen: -196 }), [['fee', -196]]],
	['a subsidy', row({ type: 19, fen: 300 }), [['settled', 300]]],
])('records %s', (_, item, expected) => {
	expect(entriesOf(item)).toEqual(expected);
});

it('adds up to the flow, whatever its type', () => {
	fc.assert(
		fc.property(fc.nat(99), fc.integer({ min: -1e9, max: 1e9 }), (type, fen) => {
			const balance = entriesOf(row({ type, fen })).filter(([leg]) => leg !== 'paid');
			expect(balance.reduce((sum, [, one]) => sum + Number(one), 0)).toBe(fen);
		}),
	);
});

it('gives each flow keys of its own, and its day', () => {
	const flow = readShopFlow(row({})) as ShopFlow;
	const keys = [flow, { ...flow, flow_id: '10' }].flatMap(flowEntries).map(({ key }) => key);
	expect(new Set(keys).size).toBe(4);
	expect(flow.date).toBe('2026-11-22');
});

it('reads no withdrawal and no other row, and refuses a damaged flow', () => {
	expect(readShopFlow(row({ type: 4 }, { transaction_id: '' }))).toBeUndefined();
	expect(readShopFlow({ trade_state: 'SUCCESS', transaction_id: '371' })).toBeUndefined();
	expect(() => readShopFlow(row({ fen: 0.5 }))).toThrow(
		expect.objectContaining({ code: 'NOT_A_SHOP_FLOW' }),
	);
});
