import { summary } from '../../../../tools/test/summary';

const lint = { name: 'lint', seconds: 31.25, failed: false };
const unit = {
	name: 'unit',
	seconds: 40,
	failed: false,
	counts: { passed: 7, failed: 0, skipped: 0 },
};

test('the last line counts the tests of all parts', () => {
	const e2e = { ...unit, name: 'e2e', failed: true, counts: { passed: 1, failed: 2, skipped: 0 } };
	const text = summary([lint, unit, e2e], 100, false);
	expect(text.split('\n')).toEqual([
		'',
		'How long each part took:',
		'   31.3 s  lint              ok',
		'   40.0 s  unit              ok  7 of 7 tests passed',
		'   40.0 s  e2e               FAILED  1 of 3 tests passed',
		'  100.0 s  in all',
		'',
		'8 passed, 2 failed, 0 skipped',
		'',
	]);
});

test('a part that fails without a failed test counts as one', () => {
	const text = summary([{ ...lint, failed: true }], 40, false);
	expect(text).toContain('\n0 passed, 1 failed, 0 skipped\n');
});
