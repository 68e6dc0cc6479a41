import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { setComplaintUrl } from '../../../../lib/wechat-pay/complaints/complaint-url';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf, textParameter } from '../../shared/fields';

const show = { resource: ['complaint'], operation: ['setNotificationUrl'] };

export const description: INodeProperties[] = [
	{
		displayName: 'URL',
		name: 'complaintUrl',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. https://n8n.example.com/webhook/wechat-complaints',
		description:
			'Production URL of the WeChat Pay Trigger that receives complaints. It replaces the one that is registered.',
	},
];

/**
 * Registers the address for notifications of complaints.
 *
 * @throws IntegrationError those of `setComplaintUrl`
 */
export const execute = runPerItem(async (context, index) => {
	const url = textParameter(context, 'complaintUrl', index);
	const account = await accountOf(context, index);
	return { json: (await setComplaintUrl(account, url, callContext)) as IDataObject };
});
