import type { ICredentialTestFunctions, ICredentialsDecrypted } from 'n8n-workflow';

import { acquirerAccount, acquirerWebhookApiTest } from '../../../../nodes/shared/acquirer-account';

const test = async (data: Record<string, string>) =>
	await acquirerWebhookApiTest.call(
		{} as ICredentialTestFunctions,
		{ data } as unknown as ICredentialsDecrypted,
	);

it('takes the fields without the blanks of copying', () => {
	const fields = { acquirer: 'stripe', signingSecret: ' whsec_1\n', accountId: ' acct_1 ' };
	expect(acquirerAccount(fields)).toEqual({
		acquirer: 'stripe',
		signingSecret: 'whsec_1',
		accountId: 'acct_1',
	});
});

it('names the field that is missing when the credential is saved, and never the secret', async () => {
	const stripe = { acquirer: 'stripe', signingSecret: 'whsec_secret', accountId: '' };
	const missing = await test(stripe);
	expect(missing).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/^Account ID: it is empty\./),
	});
	expect(missing.message).not.toContain('whsec_secret');
	expect(await test({ acquirer: 'airwallex', signingSecret: '' })).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/^Signing Secret: it is empty\./),
	});
	expect(await test({ ...stripe, accountId: 'acct_1' })).toMatchObject({ status: 'OK' });
	expect(await test({ ...stripe, acquirer: 'airwallex' })).toMatchObject({ status: 'OK' });
});
