import { money } from '../../../../lib/core/money';
import { ratioFrom } from '../../../../lib/settlement/ratio';
import { percentText, spreadOf } from '../../../../lib/settlement/spread';

describe('spreads', () => {
	it('are what a conversion took beside the reference rate', () => {
		expect(spreadOf(money(71000, 'CNY'), money(9900, 'USD'), ratioFrom('0.14084507'))).toEqual({
			expected: money(10000, 'USD'),
			actual: money(9900, 'USD'),
			lost: money(100, 'USD'),
			percent: '1.00',
		});
	});

	it('have a sign, and none for nothing', () => {
		expect([
			percentText(-1, 3),
			percentText(2, 3),
			percentText(1, 0),
			percentText(-1, 10 ** 9),
		]).toEqual(['-33.33', '66.67', '', '0.00']);
	});
});
