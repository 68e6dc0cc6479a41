import { credentialError, IntegrationError } from '../../core/errors';
import type { JsonObject } from '../../core/json';
import type { AcquirerAccount } from './acquirer';
import { textAt } from './fields';

/**
 * Checks the fields of a credential, as far as they can be checked without an event.
 *
 * @throws IntegrationError `ACQUIRER_SECRET_MISSING` or `ACQUIRER_ACCOUNT_MISSING`
 */
export function checkAcquirerAccount({
	acquirer,
	signingSecret,
	accountId,
}: AcquirerAccount): void {
	if (signingSecret === '') throw secretMissing();
	if (acquirer === 'airwallex' || accountId !== '') return;
	throw credentialError('Account ID', 'ACQUIRER_ACCOUNT_MISSING', 'it is empty.', {
		likelyCause: "Stripe's events do not name the account that they belong to.",
		nextStep: 'Copy it (acct_…) from the account details in the settings of Stripe.',
	});
}

/** Without a secret nothing can be verified. */
export const secretMissing = (): IntegrationError =>
	credentialError('Signing Secret', 'ACQUIRER_SECRET_MISSING', 'it is empty.', {
		likelyCause: 'The credential was saved before the webhook was created at the acquirer.',
		nextStep: "Copy the secret from the acquirer's page of the webhook into the credential.",
	});

/**
 * Whose payment it is: Airwallex names the account in every event, Stripe only for connected accounts.
 *
 * @throws IntegrationError `ACQUIRER_ACCOUNT_MISSING` or `ACQUIRER_ACCOUNT_MISMATCH`
 */
export function eventAccount(account: AcquirerAccount, event: JsonObject): AcquirerAccount {
	const named = ['account', 'accountId', 'account_id'].flatMap((name) => textAt(event, name) ?? []);
	const accountId = named[0] ?? account.accountId;
	if (accountId === '')
		throw accountError('ACQUIRER_ACCOUNT_MISSING', 'The event does not name an account.');
	if (account.accountId === '' || account.accountId === accountId) return { ...account, accountId };
	throw accountError(
		'ACQUIRER_ACCOUNT_MISMATCH',
		`The payment belongs to the account "${accountId.slice(0, 64)}".`,
	);
}

const accountError = (code: string, message: string) =>
	new IntegrationError({
		code,
		message,
		likelyCause: 'Account ID in the credential is empty or wrong, or accounts share one webhook.',
		nextStep:
			'Enter the account ID (acct_…) in the credential. For Airwallex it can be empty to accept the payments of every account.',
	});
