import { planOf } from '../../odoo/check-account';
import type { SettingCheck } from './setting-check';

/**
 * What the plan of Odoo allows. Odoo opens the API of Odoo Online only in the plan Custom, and does not say which plan
 * a database has: after a change of the plan, every call is refused.
 *
 * @param callsPerSecond limit set in the credential, 0 without one
 */
export const planLimits = (callsPerSecond: number): SettingCheck => ({
	name: 'Plan and calls per second',
	purpose: 'Odoo Online limits the API by plan and by pace.',
	async check(odoo) {
		const limit =
			callsPerSecond > 0
				? `This package makes at most ${callsPerSecond} calls a second in each n8n process.`
				: 'Calls are not limited.';
		if (planOf(odoo.version.text) !== 'online') {
			return await Promise.resolve(['fine', `Not Odoo Online: its plan limits nothing. ${limit}`]);
		}
		if (callsPerSecond > 0) {
			return ['fine', `Odoo Online. Keep the plan Custom: no other plan opens the API. ${limit}`];
		}
		return [
			'attention',
			`Odoo Online opens its API only in the plan Custom, and answers too many calls with HTTP 429, which delays orders. Keep that plan, and set Calls per Second in the Odoo credential. ${limit}`,
		];
	},
});
