import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import type { CustomStep, SetupStep, RecordStep } from './setup-step';
import { removeRecords, tryRecords } from './make-records';

/** What went wrong with steps; those that are absent went well. */
export type Failures = Map<SetupStep, IntegrationError>;

/** Steps in their order, neighbours that are records of one model in one group. */
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

/** Makes the steps of a group; one that Odoo refuses keeps none of the others back. */
export async function makeSteps(odoo: OdooClient, group: SetupStep[]): Promise<Failures> {
	return await noting(group, async () => {
		for (const step of group.filter(isOwn)) await step.make(odoo);
		const records = group.filter(isRecord);
		const refused = await tryRecords(odoo, records[0]?.model ?? '', records);
		return new Map(
			records.flatMap((step) => {
				const error = refused.get(step.externalId);
				return error ? [[step, error]] : [];
			}),
		);
	});
}

/** Takes the steps of a group away. */
export async function removeSteps(odoo: OdooClient, group: SetupStep[]): Promise<Failures> {
	const failures = await noting(group, async () => {
		for (const step of group.filter(isOwn)) await step.remove?.(odoo);
		const records = group.filter(isRecord);
		await removeRecords(
			odoo,
			records.map(({ externalId }) => externalId),
		);
		return new Map();
	});
	if (failures.size === 0 || group.length === 1) return failures;
	// What somebody has built on one of them keeps only that one.
	const alone: Failures[] = [];
	for (const step of group) alone.push(await removeSteps(odoo, [step]));
	return new Map(alone.flatMap((one) => [...one]));
}

const isRecord = (step: SetupStep): step is RecordStep => 'externalId' in step;
const isOwn = (step: SetupStep): step is CustomStep => !isRecord(step);

/** A refusal of the whole call is one of each step; a lost connection is no matter of theirs. */
async function noting(group: SetupStep[], change: () => Promise<Failures>): Promise<Failures> {
	try {
		return await change();
	} catch (error) {
		if (!(error instanceof IntegrationError) || error.retryable) throw error;
		return new Map(group.map((step) => [step, error]));
	}
}
