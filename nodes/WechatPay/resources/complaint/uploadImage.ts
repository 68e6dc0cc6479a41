import { randomBytes } from 'node:crypto';

import type { INodeProperties } from 'n8n-workflow';

import { uploadImage } from '../../../../lib/wechat-pay/complaints/complaint-images';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf, textParameter } from '../../shared/fields';

const show = { resource: ['complaint'], operation: ['uploadImage'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Input File Field',
		name: 'uploadField',
		type: 'string',
		default: 'data',
		required: true,
		displayOptions: { show },
		hint: 'The name of the input binary field with the image (JPG, PNG or BMP, at most 2 MB)',
	},
];

/**
 * Uploads an image for a reply.
 *
 * @returns the item with `media_id`
 * @throws IntegrationError those of `uploadImage`
 */
export const execute = runPerItem(async (context, index, { json }) => {
	const field = textParameter(context, 'uploadField', index);
	const bytes = await context.helpers.getBinaryDataBuffer(index, field);
	const account = await accountOf(context, index);
	const boundary = `form-${randomBytes(16).toString('hex')}`;
	return { json: { ...json, media_id: await uploadImage(account, bytes, boundary, callContext) } };
});
