import { operationMenu } from '../../../shared/operation-fields';
import * as addReceiver from './addReceiver';
import * as createReturn from './createReturn';
import * as deleteReceiver from './deleteReceiver';
import * as getReturn from './getReturn';
import * as getShare from './getShare';
import * as share from './share';
import * as unfreeze from './unfreeze';

export const description = [
	operationMenu(
		'profitSharing',
		[
			{
				name: 'Add Receiver',
				value: 'addReceiver',
				action: 'Add a receiver of profit sharing',
				description: 'Allow a merchant or person to get shares',
			},
			{
				name: 'Create Return',
				value: 'createReturn',
				action: 'Return a share to the merchant',
				description: 'Return the share of a merchant receiver, before the order is refunded',
			},
			{
				name: 'Delete Receiver',
				value: 'deleteReceiver',
				action: 'Delete a receiver of profit sharing',
				description: 'Remove a receiver from the list',
			},
			{
				name: 'Get Return',
				value: 'getReturn',
				action: 'Get the return of a share',
				description: 'Get the state of a return',
			},
			{
				name: 'Get Share',
				value: 'getShare',
				action: 'Get a share',
				description: 'Get the state of a request and the result of each receiver',
			},
			{
				name: 'Share',
				value: 'share',
				action: 'Share the money of a payment',
				description: "Pay commission by the rates of the influencer's code",
			},
			{
				name: 'Unfreeze',
				value: 'unfreeze',
				action: 'Unfreeze the rest of a payment',
				description: 'Give the rest to the merchant. Nothing more can be shared then.',
			},
		],
		'getShare',
	),
	...addReceiver.description,
	...createReturn.description,
	...deleteReceiver.description,
	...getReturn.description,
	...getShare.description,
	...share.description,
	...unfreeze.description,
];

export { addReceiver, createReturn, deleteReceiver, getReturn, getShare, share, unfreeze };
