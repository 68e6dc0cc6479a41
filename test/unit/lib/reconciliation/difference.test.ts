import { money } from '../../../../lib/core/money';
import { amountText } from '../../../../lib/reconciliation/difference';

it('writes an amount with the digits and the code of its currency', () => {
	expect(amountText(money(19900, 'CNY'))).toBe('199.00 CNY');
	expect(amountText(money(-5, 'JPY'))).toBe('-5 JPY');
	expect(amountText(money(1, 'KWD'))).toBe('0.001 KWD');
});
