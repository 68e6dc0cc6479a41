import { fundsDifferences, readSettledFunds } from '../../../../lib/reconciliation/compare-funds';

const funds = { settled: true, settle_fen: 9604, settled_on: '2026-11-22' };
const row = (change: object = {}, order = '371') => ({
	...{ trade_state: 'FLOW', mchid: 'wxshop', transaction_id: order, out_trade_no: order },
	funds: { ...funds, ...change },
});
const entry = (fen: number, date: string, transaction_id = '371') => ({
	transaction_id,
	fen,
	date,
});

it('reads each settled order once, and none that was settled after the day', () => {
	const items = [
		...[row(), row(), row({ settled: false }, '372'), row({ settled_on: '2026-11-23' }, '373')],
		...[{ trade_state: 'SUCCESS', transaction_id: '374' }, { bill: {} }],
	];
	expect(readSettledFunds(items, '2026-11-22')).toEqual([
		{
			...{ mchid: 'wxshop', transaction_id: '371', out_trade_no: '371' },
			...{ settle_fen: 9604, settled_on: '2026-11-22' },
		},
	]);
});

it('finds a fen that the ledger lacks, and counts nothing after the settlement', () => {
	const settled = readSettledFunds([row()], '2026-11-30');
	const entries = [
		entry(9800, '2026-11-10'),
		entry(-196, '2026-11-22'),
		entry(77, '2026-11-22', '9'),
	];
	const late = entry(-500, '2026-11-25');
	expect(fundsDifferences(settled, [...entries, late])).toEqual([]);
	expect(fundsDifferences(settled, entries.slice(0, 1))).toMatchObject([
		{ kind: 'funds_differ', transaction_id: '371', in_wechat: '96.04 CNY', in_odoo: '98.00 CNY' },
	]);
});
