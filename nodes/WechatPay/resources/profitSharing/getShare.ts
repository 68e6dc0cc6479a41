import type { IDataObject } from 'n8n-workflow';

import { queryShare } from '../../../../lib/wechat-pay/profit-sharing/share';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/fields';
import { shareNumber, shareNumberField, transactionField } from '../../shared/sharing-fields';

const show = { resource: ['profitSharing'], operation: ['getShare'] };

export const description = [transactionField(show), shareNumberField(show)];

/**
 * How far a request to share is, with the result of each receiver.
 *
 * @throws IntegrationError `WECHAT_SHARE_NUMBER_INVALID` and those of `queryShare`
 */
export const execute = runPerItem(async (context, index) => {
	const number = shareNumber(context, index);
	const account = await accountOf(context, index);
	return { json: (await queryShare(account, number, callContext)) as IDataObject };
});
