import { IntegrationError } from '../../../../lib/core/errors';
import { checkSettings, settingChecks } from '../../../../lib/set-up/check-settings';
import { fakeOdoo } from '../odoo/fake-odoo';

const failing = (code: string, retryable: boolean) => ({
	name: 'Some setting',
	purpose: 'It matters.',
	check: async () =>
		await Promise.reject(
			new IntegrationError({ code, message: 'No.', likelyCause: '', nextStep: 'Ask.', retryable }),
		),
});
const odoo = fakeOdoo(() => []);

it('reports what a setting means, and leaves out what this Odoo does not have', async () => {
	const checks = [
		{ name: 'On', purpose: 'p', check: async () => ['attention', 'Turn it off.'] as const },
		{ name: 'Absent', purpose: 'p', check: async () => undefined },
	];
	expect(await checkSettings(odoo, checks as never)).toEqual([
		{ step: 'On', purpose: 'p', status: 'attention', message: 'Turn it off.' },
	]);
});

it('goes on after a setting that the user may not read', async () => {
	const checks = [failing('ODOO_ACCESS_DENIED', false), failing('ODOO_SERVER_FAULT', false)];
	const reports = await checkSettings(odoo, checks);
	expect(reports.map(({ status }) => status)).toEqual(['no_right', 'failed']);
	expect(reports[0]?.message).toBe('No. Ask.');
});

it('does not take a lost connection for a setting', async () => {
	await expect(checkSettings(odoo, [failing('ODOO_NO_ANSWER', true)])).rejects.toMatchObject({
		code: 'ODOO_NO_ANSWER',
	});
});

it('names each setting once', () => {
	const names = settingChecks('CNY', 0).map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});
