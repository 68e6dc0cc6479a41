import type { SetupStep } from './setup-step';
import { accessStep } from './access-step';
import { modelStep } from './model-step';
import { screensStep } from './screens-step';
import type { ManualModel } from './manual-model';

/**
 * The steps of set-up that make a table and complete it, when some of it is missing or a later
 * version has more fields. Removing takes away its screens alone; its records and their columns only
 * with `deleteRecords`.
 */
export const manualModelSteps = (
	table: ManualModel,
	{ deleteRecords = false }: { deleteRecords?: boolean } = {},
): SetupStep[] => [
	modelStep(table, deleteRecords),
	accessStep(table, deleteRecords),
	screensStep(table),
];
