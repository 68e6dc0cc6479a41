import { IntegrationError } from '../../../../lib/core/errors';
import { reasonOf } from '../../../../tools/services/reason';

it('says cause and next step too, and not only that no service can be started', () => {
	const error = new IntegrationError({
		code: 'NO_ODOO_SERVER',
		message: 'There is no way to start Odoo.',
		likelyCause: 'No Docker engine is running.',
		nextStep: 'Start Docker.',
	});
	const reason = reasonOf(error);
	for (const part of [error.code, error.message, error.likelyCause, error.nextStep]) {
		expect(reason).toContain(part);
	}
});

it.each([
	[new Error('as it is'), 'as it is'],
	['text', 'text'],
])('gives what else was thrown, %s, as it is', (thrown, reason) => {
	expect(reasonOf(thrown)).toBe(reason);
});
