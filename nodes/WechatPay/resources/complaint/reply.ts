import type { INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { replyToComplaint } from '../../../../lib/wechat-pay/complaints/answer-complaint';
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

const show = { resource: ['complaint'], operation: ['reply'] };

export const description: INodeProperties[] = [
	complaintField(show),
	complaintMerchantField(show),
	{
		displayName: 'Text',
		name: 'replyText',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		displayOptions: { show },
		description: 'Answer to the buyer, 1 to 200 characters',
	},
	imagesField('replyImages', show),
	{
		displayName: 'Written At',
		name: 'writtenAt',
		type: 'dateTime',
		default: '',
		displayOptions: { show },
		description:
			"When the text was written. If the buyer already received the same text after that, it is not sent again. Empty: after the buyer's last message.",
	},
];

/**
 * Answers a buyer, once.
 *
 * @returns the item with `answer.status`: `sent`, or `already` if the buyer has it
 * @throws IntegrationError `WECHAT_COMPLAINT_ID_INVALID`, `WECHAT_TIME_INVALID` and those of `replyToComplaint`
 */
export const execute = runPerItem(async (context, index, { json }) => {
	const since = writtenAt(textParameter(context, 'writtenAt', index));
	const reply = {
		...ofComplaint(context, index),
		content: textParameter(context, 'replyText', index),
		images: imagesOf(context, 'replyImages', index),
		...(since !== undefined && { since }),
	};
	const account = await accountOf(context, index);
	const status = await replyToComplaint(account, reply, callContext);
	return { json: { ...json, answer: { status } } };
});

function writtenAt(text: string): number | undefined {
	if (text === '') return undefined;
	const ms = Date.parse(text);
	if (!Number.isNaN(ms)) return ms;
	throw new IntegrationError({
		code: 'WECHAT_TIME_INVALID',
		message: 'Written At is not a valid date and time.',
		likelyCause: 'The expression gives another text.',
		nextStep: 'Enter a time like 2026-11-22T18:30:00Z, or leave the field empty.',
	});
}
