import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { addReceiver, type Receiver } from '../../../../lib/wechat-pay/profit-sharing/receiver';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf, textParameter } from '../../shared/fields';
import { receiverFields } from '../../shared/sharing-fields';

const show = { resource: ['profitSharing'], operation: ['addReceiver'] };

export const description: INodeProperties[] = [
	...receiverFields(show),
	{
		displayName: 'Receiver Name',
		name: 'receiverName',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		displayOptions: { show },
		description: 'Full company name of a merchant. It is sent encrypted, and is not in the output.',
	},
	{
		displayName: 'Relation',
		name: 'relationType',
		type: 'options',
		options: [
			{ name: 'Brand', value: 'BRAND' },
			{ name: 'Distributor', value: 'DISTRIBUTOR' },
			{ name: 'Partner', value: 'PARTNER' },
			{ name: 'Service Provider', value: 'SERVICE_PROVIDER' },
			{ name: 'Staff', value: 'STAFF' },
			{ name: 'Supplier', value: 'SUPPLIER' },
			{ name: 'User', value: 'USER' },
		],
		default: 'DISTRIBUTOR',
		displayOptions: { show },
		description: 'Relation of the receiver to the merchant',
	},
];

/**
 * Adds a receiver of shares. Adding it again changes nothing.
 *
 * @throws IntegrationError those of `addReceiver`
 */
export const execute = runPerItem(async (context, index) => {
	const text = (name: string) => textParameter(context, name, index);
	const receiver = {
		appid: text('receiverAppid'),
		type: text('receiverType') as Receiver['type'],
		account: text('receiverAccount'),
		name: text('receiverName'),
		relation_type: text('relationType'),
	};
	const account = await accountOf(context, index);
	return { json: (await addReceiver(account, receiver, callContext)) as IDataObject };
});
