import { FUND, STATEMENT, TRADE } from '../../../../../lib/wechat-pay/bills/columns';
import { STATEMENT_COLUMNS } from '../../../../../sandbox/bills/global-statement';
import { TRADE_COLUMNS } from '../../../../../sandbox/bills/trade-columns';

it.each([
	['trade bill', TRADE, Object.values(TRADE_COLUMNS).flat()],
	['statement', STATEMENT, STATEMENT_COLUMNS],
])('every column that WeChat documents of a %s is a field', (_, layout, documented) => {
	expect(documented.filter((name) => !Object.hasOwn(layout.columns, name))).toEqual([]);
});

it.each([TRADE, FUND, STATEMENT])('required columns are columns', ({ required, columns }) => {
	expect(required.filter((name) => !Object.hasOwn(columns, name))).toEqual([]);
});

it('every currency of an amount is a column of its own', () => {
	const named = Object.values(STATEMENT.columns).flatMap((column) =>
		column.kind === 'amount' ? (column.currencyOf ?? []) : [],
	);
	expect(named.length).toBeGreaterThan(5);
	expect(named.filter((name) => !Object.hasOwn(STATEMENT.columns, name))).toEqual([]);
});
