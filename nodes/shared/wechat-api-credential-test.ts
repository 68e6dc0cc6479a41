import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import type { WechatApiAccount } from '../../lib/wechat-api/account';
import { checkApiAccount } from '../../lib/wechat-api/check-account';
import { credentialTestFailure } from './credential-test-failure';
import { callContext } from './call-context';
import { openApiAccount } from './wechat-api-account';

/** Asks for a new token, so that a wrong AppSecret shows at once. */
const tests = (kind: WechatApiAccount['kind']) =>
	async function (
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		try {
			const account = openApiAccount(kind, credential.data ?? {});
			return { status: 'OK', message: await checkApiAccount(account, callContext) };
		} catch (error) {
			return credentialTestFailure(error);
		}
	};

export const wechatMiniProgramApiTest = tests('miniProgram');
export const wechatShopApiTest = tests('shop');
