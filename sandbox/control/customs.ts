import type { CustomsRules } from '../customs/declaration';
import type { ControlRoutes, Controls } from './controls';

/** Declarations to customs, and how customs answers them. */
export function addCustoms({ get, post }: ControlRoutes, sandbox: Controls): void {
	get('/declarations', () => sandbox.declarations());
	post('/customs-rules', (rules: Partial<CustomsRules>) =>
		Object.assign(sandbox.customsRules, rules),
	);
}
