import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import { groupSteps, type Failures } from './change-steps';
import type { SetupStep } from './setup-step';

/** What became of one step. */
export interface StepReport {
	step: string;
	purpose: string;
	/**
	 * `to_make`: not there, and the user may make it. `no_right`: the user may not. `by_trigger`: not there,
	 * and made by Odoo Trigger. `no_app`, `not_possible`: this Odoo lacks the app for it, or is too old.
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
		| 'no_app'
		| 'not_possible';
	/** What to do, or what was done, as a sentence. */
	message: string;
}

type Told = [status: StepReport['status'], message: string];
type Look = (step: SetupStep) => Promise<Told>;

/** Reports what there is to say of each step. */
export async function reportEach(steps: SetupStep[], look: Look): Promise<StepReport[]> {
	const reports: StepReport[] = [];
	for (const step of steps) reports.push(await reportOn(step, look));
	return reports;
}

/**
 * Looks at all steps, changes those of which there is nothing to say yet, and looks at these again. No look
 * comes between two changes: after each, every process of Odoo sets its models up anew before it answers.
 *
 * @param way makes or removes the steps of one group
 */
export async function reportChanges(
	odoo: OdooClient,
	steps: SetupStep[],
	way: (odoo: OdooClient, group: SetupStep[]) => Promise<Failures>,
	{ before, after }: { before(step: SetupStep): Promise<Told | undefined>; after: Look },
): Promise<StepReport[]> {
	const open = new Set<SetupStep>();
	const seen = await reportEach(steps, async (step) => {
		const told = await before(step);
		if (!told) open.add(step);
		return told ?? ['failed', ''];
	});
	const failures: Failures = new Map();
	for (const group of groupSteps(steps)) {
		const toChange = group.filter((step) => open.has(step));
		for (const [step, error] of await way(odoo, toChange)) failures.set(step, error);
	}
	const changed = await reportEach([...open], async (step) => {
		const failure = failures.get(step);
		return failure ? await Promise.reject(failure) : await after(step);
	});
	const told = new Map([...open].map((step, index) => [step, changed[index]]));
	return steps.flatMap((step, index) => told.get(step) ?? seen[index] ?? []);
}

async function reportOn(step: SetupStep, look: Look): Promise<StepReport> {
	const [status, message] = await look(step).catch((error: unknown): Told => {
		// A lost connection is no matter of the step.
		if (!(error instanceof IntegrationError) || error.retryable) throw error;
		return ['failed', `${error.message} ${error.nextStep}`];
	});
	return { step: step.name, purpose: step.purpose, status, message };
}
