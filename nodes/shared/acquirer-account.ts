import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { checkAcquirerAccount } from '../../lib/wechat-pay/acquirer/account';
import type { AcquirerAccount } from '../../lib/wechat-pay/acquirer/acquirer';
import { credentialTestFailure } from './credential-test-failure';

/** The account of a decrypted Acquirer Webhook API credential. */
export function acquirerAccount(credential: ICredentialDataDecryptedObject): AcquirerAccount {
	const text = (name: string) => String(credential[name] ?? '').trim();
	return {
		acquirer: text('acquirer') === 'stripe' ? 'stripe' : 'airwallex',
		signingSecret: text('signingSecret'),
		accountId: text('accountId'),
	};
}

/** Checks the fields. No acquirer can be asked about a secret: the first event proves it. */
export async function acquirerWebhookApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		checkAcquirerAccount(acquirerAccount(credential.data ?? {}));
		return { status: 'OK', message: 'The fields are complete. The first event proves the secret.' };
	} catch (error) {
		return credentialTestFailure(error);
	}
}
