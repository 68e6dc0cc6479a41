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

	it('of an order received in two currencies say so, with the next step, and keep the other amounts', () => {
		const hkd = (amount: number) => ({ leg: 'received' as const, amount: money(amount, 'HKD') });
		const entries = [entry('paid', 9900), entry('received', 60_000), hkd(5000)];
		const both = orderMoney(entries);
		expect(both).toEqual({
			...{ state: 'received', paid: money(9900, 'CNY') },
			problem: expect.stringMatching(
				/^ORDER_MONEY_IN_SEVERAL_CURRENCIES: .* 600\.00 INR and 50\.00 HKD\. Likely cause: .* Next step: /,
			) as string,
		});
		expect(amountTexts(both)).toEqual({
			...{ paid: '99.00', paid_currency: 'CNY', money_problem: both.problem },
		});
	});

	it('are reported again once an entry has taken the wrong currency back', () => {
		const wrong = { leg: 'received' as const, amount: money(5000, 'HKD') };
		const back = { ...wrong, amount: money(-5000, 'HKD') };
		expect(orderMoney([wrong, back, entry('received', 60_000)])).toEqual({
			...{ state: 'received', received: money(60_000, 'INR') },
		});
	});

	it('are shown as decimal text, each with its currency', () => {
		const { paid, received } = { paid: money(9000, 'CNY'), received: money(100, 'JPY') };
		expect(amountTexts({ state: 'received', paid, received })).toEqual({
			...{ paid: '90.00', paid_currency: 'CNY', received: '100', received_currency: 'JPY' },
		});
		expect(amountTexts(undefined)).toEqual({});
	});
});
