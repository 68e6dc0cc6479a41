import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { checkAccount } from '../../lib/wechat-pay/api/check-account';
import { credentialTestFailure } from './credential-test-failure';
import { wechatPayAccount } from './wechat-pay-account';
import { callContext } from './call-context';

/** Tries the credential with WeChat Pay and names the field that is wrong. */
export async function wechatPayApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const account = wechatPayAccount(credential.data ?? {});
		await account.keyRing.fill();
		const { proved } = await checkAccount(account, callContext);
		return { status: 'OK', message: proved };
	} catch (error) {
		return credentialTestFailure(error);
	}
}
