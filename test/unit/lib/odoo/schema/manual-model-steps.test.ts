import { manualModelSteps } from '../../../../../lib/odoo/schema/manual-model-steps';
import { isRemovable } from '../../../../../lib/odoo/schema/setup-step';
import { SEASONS } from './seasons';

it('makes the table, its access and its screens, and removes only the screens', () => {
	const steps = manualModelSteps(SEASONS);
	expect(steps.map((step) => [step.name, isRemovable(step)])).toEqual([
		['Table Seasons', false],
		['Access to Seasons', false],
		['Menu Seasons', true],
	]);
});

it('removes everything where records may be deleted', () => {
	expect(manualModelSteps(SEASONS, { deleteRecords: true }).every(isRemovable)).toBe(true);
});
