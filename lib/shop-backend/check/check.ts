import { IntegrationError } from '../../core/errors';
import type { Answer, Call, Target } from './backend';

/** `not_checked`: not implemented, or not asked for. */
export type Outcome =
	| { status: 'passed'; note?: string }
	| { status: 'failed'; got: string; fix: string }
	| { status: 'not_checked'; note: string };

/** One thing that the contract asks for. */
export interface Check {
	/** Completes "The backend …". */
	name: string;
	run(call: Call, target: Target): Promise<Outcome>;
}

export interface Result {
	name: string;
	outcome: Outcome;
}

export const passed = (note?: string): Outcome => ({
	status: 'passed',
	...(note !== undefined && { note }),
});

export const failed = (got: string, fix: string): Outcome => ({ status: 'failed', got, fix });

export const notChecked = (note: string): Outcome => ({ status: 'not_checked', note });

/** An answer in words. */
export const inWords = ({ status, text }: Answer): string =>
	`${status}${text ? ` with ${text}` : ' without a body'}`;

/** Passed when the status is one of these. */
export const expectStatus = (answer: Answer, wanted: number[], fix: string): Outcome =>
	wanted.includes(answer.status) ? passed() : failed(inWords(answer), fix);

/** Runs the checks one after another. A call without an answer fails its check. */
export async function runChecks(
	checks: readonly Check[],
	call: Call,
	target: Target,
): Promise<Result[]> {
	const results: Result[] = [];
	for (const { name, run } of checks) {
		const outcome = await run(call, target).catch((error: unknown): Outcome => {
			if (error instanceof IntegrationError) return failed(error.message, error.nextStep);
			throw error;
		});
		results.push({ name, outcome });
	}
	return results;
}
