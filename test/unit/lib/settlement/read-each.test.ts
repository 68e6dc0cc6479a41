import { readEach } from '../../../../lib/settlement/read-each';
import { readReceipt } from '../../../../lib/settlement/receipt';

it('reads what can be read, and says of the others why not', () => {
	const good = { reference: 'R1', date: '2026-11-25', amount: '1.00', currency: 'INR' };
	const odd = { ...good, date: 'soon' };
	const [read, left] = readEach([odd, good], readReceipt, 'receipt');
	expect(read).toMatchObject([{ reference: 'R1' }]);
	expect(left).toEqual([{ reason: expect.stringContaining('date'), receipt: odd }]);
});

it('hides no fault of its own', () => {
	const broken = () => {
		throw new TypeError('fault');
	};
	expect(() => readEach([{}], broken, 'payout')).toThrow(TypeError);
});
