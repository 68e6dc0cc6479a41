import { operationMenu } from '../../../shared/operation-fields';
import * as upload from './upload';
import { uploadFields } from '../../shared/upload-fields';
import * as uploadCombined from './uploadCombined';

export const description = [
	operationMenu(
		'shipment',
		[
			{
				name: 'Upload',
				value: 'upload',
				action: 'Upload a shipment',
				description: 'Tell WeChat, and through it the buyer, what was shipped for a payment',
			},
			{
				name: 'Upload Combined',
				value: 'uploadCombined',
				action: 'Upload shipments of a combined payment',
				description: 'The same for several payments that the buyer made in one (combined payment)',
			},
		],
		'upload',
	),
	...upload.description,
	...uploadCombined.description,
	...uploadFields,
];

export { upload, uploadCombined };
