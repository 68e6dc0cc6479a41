import { explain, IntegrationError } from '../../../../lib/core/errors';

describe('an integration error', () => {
	const details = {
		code: 'SHOP_CLOSED',
		message: 'The shop is closed.',
		likelyCause: 'It is night.',
		nextStep: 'Wait for the morning.',
	};

	it('is explained in one line', () => {
		expect(explain(new IntegrationError(details))).toBe(
			'SHOP_CLOSED: The shop is closed. Likely cause: It is night. Next step: Wait for the morning.',
		);
	});

	it('is neither to be tried again nor ambiguous unless it says so', () => {
		expect(new IntegrationError(details)).toMatchObject({ retryable: false, ambiguous: false });
		const told = new IntegrationError({ ...details, retryable: true, ambiguous: true });
		expect(told).toMatchObject({ retryable: true, ambiguous: true });
	});
});
