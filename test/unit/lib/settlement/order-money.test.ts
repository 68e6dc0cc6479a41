import { money } from '../../../../lib/core/money';
import { amountTexts, orderMoney } from '../../../../lib/settlement/order-money';

const entry = (leg: 'paid' | 'settled' | 'fee' | 'received' | 'bank_charge', amount: number) => ({
	leg,
	amount: money(amount, { paid: 'CNY', settled: 'USD', fee: 'USD' }[leg as 'paid'] ?? 'INR'),
});

describe('the three amounts of an order', () => {
	it('are sums of its entries, with refunds and fees taken off and charges left apart', () => {
		const entries = [
			...[entry('paid', 9900), entry('paid', -900), entry('settled', 1394), entry('fee', -8)],
			...[entry('received', 116_000), entry('bank_charge', -500)],
		];
		expect(orderMoney(entries)).toEqual({
			state: 'received',
			...{ paid: money(9000, 'CNY'), settled: money(1386, 'USD') },
			received: money(116_000, 'INR'),
		});
		expect(orderMoney(entries.slice(0, 4))).toMatchObject({ state: 'settled' });
		expect(orderMoney([])).toEqual({ state: 'paid' });
	});

	it('are never added up over two currencies', () => {
		const other = { leg: 'paid' as const, amount: money(1, 'HKD') };
		expect(() => orderMoney([entry('paid', 1), other])).toThrow(RangeError);
	});

	it('are shown as decimal text, each with its currency', () => {
		const { paid, received } = { paid: money(9000, 'CNY'), received: money(100, 'JPY') };
		expect(amountTexts({ state: 'received', paid, received })).toEqual({
			...{ paid: '90.00', paid_currency: 'CNY', received: '100', received_currency: 'JPY' },
		});
		expect(amountTexts(undefined)).toEqual({});
	});
});
