import type { Outcome, Result } from './check';

const MARKS: Record<Outcome['status'], string> = { passed: '✓', failed: '✗', not_checked: '–' };

/** The results as text for a person, the failed ones with what to do. */
export function report(url: string, results: Result[]): string {
	const count = (status: Outcome['status']) =>
		results.filter(({ outcome }) => outcome.status === status).length;
	const totals = `${count('passed')} passed, ${count('failed')} failed, ${count('not_checked')} not checked`;
	return [`Shop backend at ${url}`, '', ...results.flatMap(lines), '', totals, ''].join('\n');
}

function lines({ name, outcome }: Result): string[] {
	const title = `${MARKS[outcome.status]} ${name}`;
	if (outcome.status === 'failed') {
		return [title, `    Got: ${outcome.got}`, `    Fix: ${outcome.fix}`];
	}
	return [outcome.note === undefined ? title : `${title} (${outcome.note})`];
}

/** Whether nothing failed. */
export const isConformant = (results: Result[]): boolean =>
	results.every(({ outcome }) => outcome.status !== 'failed');
