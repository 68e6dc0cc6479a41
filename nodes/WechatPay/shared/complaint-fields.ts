import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';
import type { OfComplaint } from '../../../lib/wechat-pay/complaints/post-once';
import { textParameter, type Show } from './fields';

export const complaintField = (show: Show): INodeProperties => ({
	displayName: 'Complaint ID',
	name: 'complaintId',
	type: 'string',
	default: '={{ $json.complaint_id }}',
	required: true,
	displayOptions: { show },
	description: 'The complaint_id of the complaint, as text',
});

export const complaintMerchantField = (show: Show): INodeProperties => ({
	displayName: 'Merchant ID of the Complaint',
	name: 'complaintMchid',
	type: 'string',
	default: '={{ $json.complainted_mchid }}',
	displayOptions: { show },
	description:
		'The complainted_mchid of the complaint. Empty for the merchant ID of the credential.',
});

export const phoneField = (show: Show): INodeProperties => ({
	displayName: 'Decrypt Phone Number',
	name: 'decryptPhone',
	type: 'boolean',
	default: false,
	displayOptions: { show },
	description:
		"Whether to decrypt the buyer's phone number. It is personal data, and n8n stores it with the execution. If off, the output has no phone number.",
});

export const imagesField = (name: string, show: Show): INodeProperties => ({
	displayName: 'Images',
	name,
	type: 'string',
	default: '',
	displayOptions: { show },
	placeholder: 'e.g. {{ $json.media_id }}',
	description: 'Media IDs of Upload Image, separated by commas, at most 4',
});

/** The media IDs of `imagesField`. */
export const imagesOf = (context: IExecuteFunctions, name: string, index: number): string[] =>
	textParameter(context, name, index)
		.split(',')
		.map((id) => id.trim())
		.filter(Boolean);

/** @throws IntegrationError `WECHAT_COMPLAINT_ID_INVALID` */
export function complaintId(context: IExecuteFunctions, index: number): string {
	const id = textParameter(context, 'complaintId', index);
	if (/^\w{1,64}$/.test(id)) return id;
	throw new IntegrationError({
		code: 'WECHAT_COMPLAINT_ID_INVALID',
		message: 'Complaint ID is not a text of 1 to 64 letters and digits.',
		likelyCause: 'The field of the item before is empty or is named differently.',
		nextStep: 'Enter {{ $json.complaint_id }} of WeChat Pay Trigger or of Complaint: Get Many.',
	});
}

/** @throws IntegrationError `WECHAT_COMPLAINT_ID_INVALID` */
export const ofComplaint = (context: IExecuteFunctions, index: number): OfComplaint => ({
	complaint_id: complaintId(context, index),
	mchid: textParameter(context, 'complaintMchid', index),
});
