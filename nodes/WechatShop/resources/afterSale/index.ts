import { operationMenu } from '../../../shared/operation-fields';
import * as accept from './accept';
import * as get from './get';
import * as getMany from './getMany';
import * as reject from './reject';

export const description = [
	operationMenu(
		'afterSale',
		[
			{
				name: 'Accept',
				value: 'accept',
				action: 'Accept an after sale',
				description: 'Agree to a return, or pay the refund. Moves money.',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get an after sale',
				description: 'Get an after-sale with its amount, stage and deadline',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many after sales',
				description: 'List the after-sales that changed in a period',
			},
			{
				name: 'Reject',
				value: 'reject',
				action: 'Reject an after sale',
				description: 'Reject a request with a reason that the buyer reads',
			},
		],
		'get',
	),
	...accept.description,
	...get.description,
	...getMany.description,
	...reject.description,
];

export { accept, get, getMany, reject };
