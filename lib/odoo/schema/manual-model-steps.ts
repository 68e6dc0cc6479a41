import type { SetupStep } from './setup-step';
import { accessStep } from './access-step';
import { modelStep } from './model-step';
import { screensStep } from './screens-step';
import type { ManualModel } from './manual-model';

/**
 * The steps that make a table, or complete it where something is missing or a new version has more fields.
 * Removing deletes only its screens; its columns and records only with `deleteRecords`.
 */
export const manualModelSteps = (
	table: ManualModel,
	{ deleteRecords = false }: { deleteRecords?: boolean } = {},
): SetupStep[] => [
	modelStep(table, deleteRecords),
	accessStep(table, deleteRecords),
	screensStep(table),
];
