import { checkAcquirerAccount, eventAccount } from '../../../../../lib/wechat-pay/acquirer/account';
import { AIRWALLEX, STRIPE } from './requests';

it.each([
	['acct_1', {}, 'acct_1'],
	['', { account: 'acct_2' }, 'acct_2'],
	['', { accountId: 'acct_3' }, 'acct_3'],
	['', { account_id: 'acct_4' }, 'acct_4'],
	['acct_5', { account_id: 'acct_5' }, 'acct_5'],
])('with "%s" in the credential and %j in the event it is %s', (accountId, event, expected) => {
	expect(eventAccount({ ...STRIPE, accountId }, event).accountId).toBe(expected);
});

it('refuses to guess an account, and the payments of another one', () => {
	const code = (accountId: string, event: object) => {
		try {
			return eventAccount({ ...STRIPE, accountId }, { ...event }).accountId;
		} catch (error) {
			return (error as { code: string }).code;
		}
	};
	expect(code('', {})).toBe('ACQUIRER_ACCOUNT_MISSING');
	expect(code('acct_1', { account: 'acct_2' })).toBe('ACQUIRER_ACCOUNT_MISMATCH');
});

it('names the field of the credential that is missing', () => {
	expect(() => checkAcquirerAccount({ ...STRIPE, accountId: '' })).toThrow(/^Account ID: /);
	expect(() => checkAcquirerAccount({ ...AIRWALLEX, signingSecret: '' })).toThrow(
		/^Signing Secret: /,
	);
	expect(() => checkAcquirerAccount(AIRWALLEX)).not.toThrow();
});
