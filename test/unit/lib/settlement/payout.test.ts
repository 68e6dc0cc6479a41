import { money } from '../../../../lib/core/money';
import { checkPayout, orderNets, readPayout } from '../../../../lib/settlement/payout';
import { entry } from './entries';

const item = {
	...{ batch_id: 'B1', mchid: '1900000001', settlement_date: '20261122' },
	...{ trade_start_date: '20261120', trade_end_date: '2026-11-21' },
	...{ currency: 'USD', settled_fen: 10000 },
};
const payout = readPayout(item);

it('reads an item of Get Many settlements', () => {
	expect(payout).toEqual({
		...{ batch_id: 'B1', mchid: '1900000001', date: '2026-11-22' },
		...{ from: '2026-11-20', until: '2026-11-21', settled: money(10000, 'USD') },
	});
	expect(readPayout({ ...item, mchid: undefined, batch_id: 7 })).not.toHaveProperty('mchid');
});

it('names what is wrong with a payout', () => {
	expect(() => readPayout({ batch_id: 'B', settlement_date: '20261122' })).toThrow(
		'trade_start_date, trade_end_date, currency, settled_fen',
	);
	expect(() => readPayout({ ...item, batch_id: '' })).toThrow(
		expect.objectContaining({ code: 'NOT_A_SETTLEMENT' }),
	);
});

it('adds up what each order was settled for, less the fee', () => {
	const entries = [
		entry('1', 'settled', money(7000, 'USD')),
		entry('1', 'fee', money(-42, 'USD')),
		entry('2', 'settled', money(3100, 'USD')),
		entry('1', 'settled', money(-58, 'USD')),
	];
	expect(orderNets(entries)).toEqual([
		{ mchid: '1900000001', transaction_id: '1', net: 6900 },
		{ mchid: '1900000001', transaction_id: '2', net: 3100 },
	]);
});

it.each([
	[10000, 0, /^$/],
	[
		9000,
		1000,
		/B1 is 100\.00 USD, .*2026-11-20 to 2026-11-21 add up to 90\.00 USD.*10\.00 USD are missing/,
	],
	[10001, -1, /-0\.01 USD are too much/],
])('compares a payout with orders over %i', (net, difference, problem) => {
	const orders = [{ mchid: 'm', transaction_id: '1', net }];
	expect(checkPayout(payout, orders)).toMatchObject({
		difference,
		problem: expect.stringMatching(problem),
	});
});
