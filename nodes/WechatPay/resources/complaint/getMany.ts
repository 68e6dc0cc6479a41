import type { INodeProperties } from 'n8n-workflow';

import { complaintItem } from '../../../../lib/wechat-pay/complaints/complaint-item';
import { listComplaints } from '../../../../lib/wechat-pay/complaints/read-complaints';
import { callContext } from '../../../shared/call-context';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { accountOf, textParameter } from '../../shared/fields';

const show = { resource: ['complaint'], operation: ['getMany'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Days',
		name: 'complaintDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 365 },
		default: 7,
		displayOptions: { show },
		description: 'Number of days to look back, today in Beijing included',
	},
	{
		displayName: 'Open Only',
		name: 'openOnly',
		type: 'boolean',
		default: false,
		displayOptions: { show },
		description: 'Whether to leave out complaints that are closed',
	},
	{
		displayName: 'Only Merchant ID',
		name: 'ofMchid',
		type: 'string',
		default: '',
		displayOptions: { show },
		description:
			'For service providers: the merchant whose complaints to get. Empty for all complaints.',
	},
];

/**
 * The complaints of the last days, newest first, without their history.
 *
 * @throws IntegrationError those of `listComplaints`
 */
export const execute = runOnce(async (context) => {
	const account = await accountOf(context, 0);
	const days = Number(context.getNodeParameter('complaintDays', 0));
	const mchid = textParameter(context, 'ofMchid', 0);
	const complaints = await listComplaints(account, { days, mchid }, callContext);
	const openOnly = context.getNodeParameter('openOnly', 0) === true;
	const items = complaints.map(complaintItem).filter((one) => !openOnly || !one.complaint.solved);
	return toItems(items.map((one) => ({ mchid: account.mchid, ...one })));
});
