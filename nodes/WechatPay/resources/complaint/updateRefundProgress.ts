import type { INodeProperties } from 'n8n-workflow';

import { updateRefundProgress } from '../../../../lib/wechat-pay/complaints/refund-progress';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import {
	complaintField,
	complaintMerchantField,
	imagesField,
	imagesOf,
	ofComplaint,
} from '../../shared/complaint-fields';
import { accountOf, textParameter } from '../../shared/fields';

const show = { resource: ['complaint'], operation: ['updateRefundProgress'] };
const showApproval = { ...show, refundAction: ['APPROVE'] };
const showRejection = { ...show, refundAction: ['REJECT'] };

export const description: INodeProperties[] = [
	{
		displayName:
			'No money moves: Approve only announces the refund. Create it with Refund: Create; the complaint is closed when the money arrives.',
		name: 'progressNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	complaintField(show),
	complaintMerchantField(show),
	{
		displayName: 'Decision',
		name: 'refundAction',
		type: 'options',
		options: [
			{ name: 'Approve', value: 'APPROVE', description: 'Announce the refund to the buyer' },
			{ name: 'Reject', value: 'REJECT', description: 'Refuse the refund and close the complaint' },
		],
		default: 'APPROVE',
		displayOptions: { show },
	},
	{
		displayName: 'Refund Within (Working Days)',
		name: 'launchRefundDay',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		displayOptions: { show: showApproval },
		description: 'Number of working days until the refund is made; 0 is today',
	},
	{
		displayName: 'Reason',
		name: 'rejectReason',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: showRejection },
		description: 'Why there is no refund, 1 to 200 characters. The buyer reads it.',
	},
	imagesField('rejectImages', showRejection),
	{
		displayName: 'Remark',
		name: 'progressRemark',
		type: 'string',
		default: '',
		displayOptions: { show },
		description: 'Note for WeChat, up to 200 characters',
	},
];

/**
 * Announces a refund to the buyer, or refuses one, once.
 *
 * @returns the item with `answer.status`: `sent`, or `already` if it was said since the buyer's last words
 * @throws IntegrationError `WECHAT_COMPLAINT_ID_INVALID` and those of `updateRefundProgress`
 */
export const execute = runPerItem(async (context, index, { json }) => {
	const text = (name: string) => textParameter(context, name, index);
	const remark = text('progressRemark');
	const images = imagesOf(context, 'rejectImages', index);
	const complaint = ofComplaint(context, index);
	const account = await accountOf(context, index);
	const progress =
		text('refundAction') === 'REJECT'
			? {
					action: 'REJECT' as const,
					reject_reason: text('rejectReason'),
					...(images.length > 0 && { reject_media_list: images }),
				}
			: {
					action: 'APPROVE' as const,
					launch_refund_day: Number(context.getNodeParameter('launchRefundDay', index)),
				};
	const status = await updateRefundProgress(
		account,
		complaint,
		{ ...progress, ...(remark && { remark }) },
		callContext,
	);
	return { json: { ...json, answer: { status } } };
});
