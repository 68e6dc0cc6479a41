import { IntegrationError } from '../../core/errors';
import type { JsonObject } from '../../core/json';
import type { AcquirerAccount } from './acquirer';
import { textAt } from './fields';

/**
 * Whose payment it is: Airwallex names the account in every event, Stripe only for connected accounts.
 *
 * @throws IntegrationError `ACQUIRER_ACCOUNT_MISSING` or `ACQUIRER_ACCOUNT_MISMATCH`
 */
export function eventAccount(account: AcquirerAccount, event: JsonObject): AcquirerAccount {
	const named = ['account', 'accountId', 'account_id'].flatMap((name) => textAt(event, name) ?? []);
	const accountId = named[0] ?? account.accountId;
	if (accountId === '') throw accountError('MISSING', 'The event names no account.');
	if (account.accountId === '' || account.accountId === accountId) return { ...account, accountId };
	throw accountError('MISMATCH', `The payment belongs to the account "${accountId.slice(0, 64)}".`);
}

const accountError = (code: 'MISMATCH' | 'MISSING', message: string) =>
	new IntegrationError({
		code: `ACQUIRER_ACCOUNT_${code}`,
		message,
		likelyCause: 'Account ID in the credential is empty or wrong, or accounts share one webhook.',
		nextStep:
			'Enter the account ID (acct_…) in the credential. For Airwallex it can be empty: then the payments of every account are taken.',
	});
