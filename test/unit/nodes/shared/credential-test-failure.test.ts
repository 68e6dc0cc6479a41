import { IntegrationError } from '../../../../lib/core/errors';
import { credentialTestFailure } from '../../../../nodes/shared/credential-test-failure';

it('says what happened, why, and what to do', () => {
	const error = new IntegrationError({
		...{ code: 'X', message: 'No.', likelyCause: 'Why.', nextStep: 'Do.' },
	});
	expect(credentialTestFailure(error)).toEqual({ status: 'Error', message: 'No. Why. Do.' });
});

it('shows nothing of an error that is not ours: it may hold a secret', () => {
	const { message } = credentialTestFailure(new Error('password=s3cret'));
	expect(message).not.toContain('s3cret');
});
