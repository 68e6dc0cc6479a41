import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { checkApiAccount } from '../../../../lib/wechat-api/check-account';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/account';
import { oneByOne } from '../../shared/one-by-one';

/** Makes one harmless call with the access token that uploads use, too. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await oneByOne(this, async ({ json }) => {
		const account = await accountOf(this);
		const proved = await checkApiAccount(account, callContext);
		return { ...json, mini_program: { appid: account.appid, token: 'valid', proved } };
	});
}
