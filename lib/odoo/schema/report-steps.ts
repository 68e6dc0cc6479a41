import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import { groupSteps, type Failures } from './change-steps';
import type { SetupStep } from './setup-step';

/** The result of one step. */
export interface StepReport {
	step: string;
	purpose: string;
	/**
	 * `to_make`: missing, and the user may make it. `no_right`: the user may not. `by_trigger`: missing, and
	 * made by Odoo Trigger. `fine`, `attention`: a setting of Odoo, which set-up does not change. `no_app`, `not_possible`: this Odoo does not have the app for it, or is too old.
	 */
	status:
		| 'exists'
		| 'made'
		| 'to_make'
		| 'no_right'
		| 'to_remove'
		| 'removed'
		| 'kept'
		| 'failed'
		| 'by_trigger'
		| 'fine'
		| 'attention'
		| 'no_app'
		| 'not_possible';
	/** What was done, or what to do, as a sentence. */
	message: string;
}

type Result = [status: StepReport['status'], message: string];
type Check = (step: SetupStep) => Promise<Result>;

/** Checks each step and reports the results. */
export async function reportEach(steps: SetupStep[], check: Check): Promise<StepReport[]> {
	const reports: StepReport[] = [];
	for (const step of steps) reports.push(await reportOn(step, check));
	return reports;
}

/**
 * Checks all steps, changes those without a result, and checks these again. Nothing is read between two changes:
 * after a change, every Odoo process reloads its models before it answers.
 *
 * @param change makes or removes the steps of one group
 * @param before returns a result for steps that need no change
 */
export async function reportChanges(
	odoo: OdooClient,
	steps: SetupStep[],
	change: (odoo: OdooClient, group: SetupStep[]) => Promise<Failures>,
	{ before, after }: { before(step: SetupStep): Promise<Result | undefined>; after: Check },
): Promise<StepReport[]> {
	const open = new Set<SetupStep>();
	const seen = await reportEach(steps, async (step) => {
		const result = await before(step);
		if (!result) open.add(step);
		return result ?? ['failed', ''];
	});
	const failures: Failures = new Map();
	for (const group of groupSteps(steps)) {
		const toChange = group.filter((step) => open.has(step));
		for (const [step, error] of await change(odoo, toChange)) failures.set(step, error);
	}
	const changed = await reportEach([...open], async (step) => {
		const failure = failures.get(step);
		return failure ? await Promise.reject(failure) : await after(step);
	});
	const reports = new Map([...open].map((step, index) => [step, changed[index]]));
	return steps.flatMap((step, index) => reports.get(step) ?? seen[index] ?? []);
}

async function reportOn(step: SetupStep, check: Check): Promise<StepReport> {
	const [status, message] = await check(step).catch((error: unknown): Result => {
		// A lost connection is no result of the step.
		if (!(error instanceof IntegrationError) || error.retryable) throw error;
		return ['failed', `${error.message} ${error.nextStep}`];
	});
	return { step: step.name, purpose: step.purpose, status, message };
}
