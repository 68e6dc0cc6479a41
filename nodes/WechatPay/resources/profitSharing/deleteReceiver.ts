import type { IDataObject } from 'n8n-workflow';

import { deleteReceiver, type Receiver } from '../../../../lib/wechat-pay/profit-sharing/receiver';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf, textParameter } from '../../shared/fields';
import { receiverFields } from '../../shared/sharing-fields';

export const description = receiverFields({
	resource: ['profitSharing'],
	operation: ['deleteReceiver'],
});

/**
 * Removes a receiver of shares.
 *
 * @throws IntegrationError those of `deleteReceiver`
 */
export const execute = runPerItem(async (context, index) => {
	const text = (name: string) => textParameter(context, name, index);
	const receiver = {
		appid: text('receiverAppid'),
		type: text('receiverType') as Receiver['type'],
		account: text('receiverAccount'),
	};
	const account = await accountOf(context, index);
	return { json: (await deleteReceiver(account, receiver, callContext)) as IDataObject };
});
