import type { INodeProperties } from 'n8n-workflow';

import { downloadImage } from '../../../../lib/wechat-pay/complaints/complaint-images';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf, textParameter } from '../../shared/fields';

const show = { resource: ['complaint'], operation: ['getImage'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Image',
		name: 'complaintImage',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. {{ $json.complaint_media_list[0].media_url[0] }}',
		description: 'Media ID of the image, or its address in the complaint or its history',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'imageField',
		type: 'string',
		default: 'data',
		required: true,
		displayOptions: { show },
		hint: 'The name of the output binary field to put the file in',
	},
];

/**
 * An image of a complaint as a file.
 *
 * @returns the item with `image.type` and `image.bytes`
 * @throws IntegrationError `WECHAT_COMPLAINT_IMAGE_INVALID`, and those of `downloadImage`
 */
export const execute = runPerItem(async (context, index, { json }) => {
	const media = textParameter(context, 'complaintImage', index);
	const account = await accountOf(context, index);
	const { bytes, type } = await downloadImage(account, media, callContext);
	const name = `complaint.${type.split('/')[1] ?? 'bin'}`;
	const file = await context.helpers.prepareBinaryData(bytes, name, type);
	const image = { type, bytes: bytes.length };
	return {
		json: { ...json, image },
		binary: { [textParameter(context, 'imageField', index)]: file },
	};
});
