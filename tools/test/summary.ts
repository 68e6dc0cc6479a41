import type { Counts, PartResult } from './run-stage';

/** How long each part took, and the line of counts that the whole test ends with. */
export function summary(results: PartResult[], seconds: number, passed: boolean): string {
	const rows = [...results.map(row), `${inSeconds(seconds)}  in all`];
	const { failed, ...rest } = results.reduce(add, { passed: 0, failed: 0, skipped: 0 });
	// What fails without a test that fails is a failure all the same.
	const failures = failed === 0 && !passed ? 1 : failed;
	const counts = `${rest.passed} passed, ${failures} failed, ${rest.skipped} skipped`;
	return `\nHow long each part took:\n${rows.join('\n')}\n\n${counts}\n`;
}

const inSeconds = (seconds: number): string => `${seconds.toFixed(1).padStart(7)} s`;

function row({ name, seconds, failed, counts }: PartResult): string {
	const tests = counts && `  ${counts.passed} of ${sum(counts)} tests passed`;
	return `${inSeconds(seconds)}  ${name.padEnd(17)} ${failed ? 'FAILED' : 'ok'}${tests ?? ''}`;
}

const sum = ({ passed, failed, skipped }: Counts): number => passed + failed + skipped;

function add(total: Counts, { counts }: PartResult): Counts {
	return {
		passed: total.passed + (counts?.passed ?? 0),
		failed: total.failed + (counts?.failed ?? 0),
		skipped: total.skipped + (counts?.skipped ?? 0),
	};
}
