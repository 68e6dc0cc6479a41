import { failed, notChecked, passed } from '../../../../../lib/shop-backend/check/check';
import { isConformant, report } from '../../../../../lib/shop-backend/check/report';

const results = [
	{ name: 'answers the ping', outcome: passed('12 ms') },
	{ name: 'refuses a call without a signature', outcome: failed('200', 'Answer 401.') },
	{ name: 'stores a quantity', outcome: notChecked('name a SKU') },
];

it('reports each check on a line, and failed ones with what to do', () => {
	expect(report('https://shop.example', results)).toBe(
		[
			...['Shop backend at https://shop.example', '', '✓ answers the ping (12 ms)'],
			...['✗ refuses a call without a signature', '    Got: 200', '    Fix: Answer 401.'],
			...['– stores a quantity (name a SKU)', '', '1 passed, 1 failed, 1 not checked', ''],
		].join('\n'),
	);
});

it('is content with checks that were not made', () => {
	expect(isConformant(results)).toBe(false);
	expect(isConformant(results.filter(({ outcome }) => outcome.status !== 'failed'))).toBe(true);
});
