import { operationMenu } from '../../../shared/operation-fields';
import * as complete from './complete';
import * as get from './get';
import * as getHistory from './getHistory';
import * as getImage from './getImage';
import * as getMany from './getMany';
import * as reply from './reply';
import * as setNotificationUrl from './setNotificationUrl';
import * as updateRefundProgress from './updateRefundProgress';
import * as uploadImage from './uploadImage';

export const description = [
	operationMenu(
		'complaint',
		[
			{
				name: 'Complete',
				value: 'complete',
				action: 'Complete a complaint',
				description: 'Report a complaint as solved. WeChat asks the buyer whether that is so.',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get a complaint',
				description: 'Get a complaint with its order, its deadlines and its history',
			},
			{
				name: 'Get History',
				value: 'getHistory',
				action: 'Get the history of a complaint',
				description: 'Get what the buyer, you and WeChat said and did',
			},
			{
				name: 'Get Image',
				value: 'getImage',
				action: 'Get an image of a complaint',
				description: 'Download an image that the buyer or you added',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many complaints',
				description: 'Get the complaints of the last days',
			},
			{
				name: 'Reply',
				value: 'reply',
				action: 'Reply to a complaint',
				description: 'Send an answer to the buyer. The same answer is not sent twice.',
			},
			{
				name: 'Set Notification URL',
				value: 'setNotificationUrl',
				action: 'Set the notification URL of complaints',
				description: 'Register where WeChat Pay sends notifications of complaints',
			},
			{
				name: 'Update Refund Progress',
				value: 'updateRefundProgress',
				action: 'Update the refund progress of a complaint',
				description: 'Announce a refund to the buyer, or refuse one',
			},
			{
				name: 'Upload Image',
				value: 'uploadImage',
				action: 'Upload an image for a complaint',
				description: 'Upload an image for a reply',
			},
		],
		'get',
	),
	...complete.description,
	...get.description,
	...getHistory.description,
	...getImage.description,
	...getMany.description,
	...reply.description,
	...setNotificationUrl.description,
	...updateRefundProgress.description,
	...uploadImage.description,
];

export {
	complete,
	get,
	getHistory,
	getImage,
	getMany,
	reply,
	setNotificationUrl,
	updateRefundProgress,
	uploadImage,
};
