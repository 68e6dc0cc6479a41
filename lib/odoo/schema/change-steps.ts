import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import type { CustomStep, SetupStep, RecordStep } from './setup-step';
import { removeRecords, tryRecords } from './make-records';

/** The errors of steps that failed. */
export type Failures = Map<SetupStep, IntegrationError>;

/** Groups neighboring steps that are records of one model, in their order. */
export function groupSteps(steps: SetupStep[]): SetupStep[][] {
	const groups: SetupStep[][] = [];
	for (const step of steps) {
		const group = groups.at(-1);
		const [neighbour] = group ?? [];
		const alike = neighbour && isRecord(neighbour) && isRecord(step);
		if (group && alike && neighbour.model === step.model) group.push(step);
		else groups.push([step]);
	}
	return groups;
}

/** Makes the steps of a group. A step that Odoo refuses does not stop the others. */
export async function makeSteps(odoo: OdooClient, group: SetupStep[]): Promise<Failures> {
	return await collectFailures(group, async () => {
		for (const step of group.filter(isOwn)) await step.make(odoo);
		const records = group.filter(isRecord);
		const rejected = await tryRecords(odoo, records[0]?.model ?? '', records);
		return new Map(
			records.flatMap((step) => {
				const error = rejected.get(step.externalId);
				return error ? [[step, error]] : [];
			}),
		);
	});
}

/** Removes the steps of a group. */
export async function removeSteps(odoo: OdooClient, group: SetupStep[]): Promise<Failures> {
	const failures = await collectFailures(group, async () => {
		for (const step of group.filter(isOwn)) await step.remove?.(odoo);
		const records = group.filter(isRecord);
		await removeRecords(
			odoo,
			records.map(({ externalId }) => externalId),
		);
		return new Map();
	});
	if (failures.size === 0 || group.length === 1) return failures;
	// One that other records use must not keep the others.
	const alone: Failures[] = [];
	for (const step of group) alone.push(await removeSteps(odoo, [step]));
	return new Map(alone.flatMap((one) => [...one]));
}

const isRecord = (step: SetupStep): step is RecordStep => 'externalId' in step;
const isOwn = (step: SetupStep): step is CustomStep => !isRecord(step);

/** A rejected call fails each step of the group. A lost connection is thrown. */
async function collectFailures(
	group: SetupStep[],
	change: () => Promise<Failures>,
): Promise<Failures> {
	try {
		return await change();
	} catch (error) {
		if (!(error instanceof IntegrationError) || error.retryable) throw error;
		return new Map(group.map((step) => [step, error]));
	}
}
