import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { checkAccount } from '../../../../lib/wechat-pay/api/check-account';
import { certificateDays } from '../../../../lib/wechat-pay/api/certificate-days';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/fields';

/**
 * Tries every field of the credential at WeChat Pay.
 *
 * @throws IntegrationError whose message begins with the name of the wrong field
 */
export async function execute(
	this: IExecuteFunctions,
	{ json }: INodeExecutionData,
	index: number,
): Promise<IDataObject> {
	const account = await accountOf(this, index);
	const proved = await checkAccount(account, callContext);
	const certificates = await certificateDays(account, callContext);
	const left = certificates.map(({ days_left }) => days_left);
	return {
		...json,
		wechat_pay: {
			mchid: account.mchid,
			proved,
			certificates,
			days_left: left.length > 0 ? Math.max(...left) : null,
		} as unknown as IDataObject,
	};
}
