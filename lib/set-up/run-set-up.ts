import { mayAccess } from '../odoo/access';
import type { OdooClient } from '../odoo/client';
import { makeSteps, removeSteps } from '../odoo/schema/change-steps';
import { reportChanges, reportEach, type StepReport } from '../odoo/schema/report-steps';
import { isRemovable, type SetupStep } from '../odoo/schema/setup-step';

/** Reports what exists and what is missing; changes nothing. */
export async function checkSetUp(odoo: OdooClient, steps: SetupStep[]): Promise<StepReport[]> {
	return await reportEach(steps, async (step) => {
		if (await step.find(odoo)) return ['exists', 'It exists.'];
		return (await mayMake(odoo, step))
			? ['to_make', 'It is missing. Set Up: Run creates it.']
			: ['no_right', withoutRight(step)];
	});
}

/** Creates what is missing, in as few calls as possible. A step that fails does not stop the others. */
export async function runSetUp(odoo: OdooClient, steps: SetupStep[]): Promise<StepReport[]> {
	return await reportChanges(odoo, steps, makeSteps, {
		async before(step) {
			if (await step.find(odoo)) return ['exists', 'It already existed.'];
			return (await mayMake(odoo, step)) ? undefined : ['no_right', withoutRight(step)];
		},
		async after(step) {
			return (await step.find(odoo))
				? ['made', 'It was created.']
				: ['failed', 'Odoo reported no error, but it does not exist. Check the log of the server.'];
		},
	});
}

/** Removes what `runSetUp` created, except what orders and other records may use, in reverse order. */
export async function removeSetUp(odoo: OdooClient, steps: SetupStep[]): Promise<StepReport[]> {
	return await reportChanges(odoo, [...steps].reverse(), removeSteps, {
		async before(step) {
			const exists = await step.find(odoo);
			if (!isRemovable(step)) {
				if (!exists) return ['removed', 'It does not exist.'];
				return ['kept', step.kept ?? 'It is kept: orders and other records may use it.'];
			}
			// A step that exists only in part is not found, and still has to be removed.
			if (await mayMake(odoo, step)) return undefined;
			return exists ? ['no_right', withoutRight(step)] : ['removed', 'It does not exist.'];
		},
		async after(step) {
			return (await step.find(odoo))
				? ['kept', 'It is kept: set-up did not create it.']
				: ['removed', 'It was removed.'];
		},
	});
}

/** Reports what `removeSetUp` would do; changes nothing. */
export async function checkRemoval(odoo: OdooClient, steps: SetupStep[]): Promise<StepReport[]> {
	return await reportEach([...steps].reverse(), async (step) => {
		if (!(await step.find(odoo))) return ['removed', 'It does not exist.'];
		if (!isRemovable(step))
			return ['kept', 'It would be kept: orders and other records may use it.'];
		return (await mayMake(odoo, step))
			? ['to_remove', 'It would be removed if set-up created it.']
			: ['no_right', withoutRight(step)];
	});
}

const mayMake = async (odoo: OdooClient, { model, operation }: SetupStep): Promise<boolean> =>
	await mayAccess(odoo, model, operation);

const withoutRight = ({ right }: SetupStep) =>
	`The Odoo user does not have the right "${right}". Execute Set Up: Run once with the credential of an administrator, or let an administrator grant the right.`;
