import { planLimits } from '../../../../../lib/set-up/settings/plan-limits';
import { fakeOdoo } from '../../odoo/fake-odoo';

const check = async (text: string, callsPerSecond: number) => {
	const odoo = { ...fakeOdoo(() => []), version: { major: 19, text } };
	return await planLimits(callsPerSecond).check(odoo);
};

it.each<[string, number, string, RegExp]>([
	['saas~19.1+e', 0, 'attention', /plan Custom.*HTTP 429.*set Calls per Second/],
	['saas~19.1+e', 2, 'fine', /plan Custom.*at most 2 calls a second/],
	['19.0+e', 0, 'fine', /limits nothing/],
	['14.0', 5, 'fine', /at most 5 calls a second/],
])('of Odoo %s with %d calls a second are %s', async (version, calls, status, message) => {
	expect(await check(version, calls)).toEqual([status, expect.stringMatching(message)]);
});
