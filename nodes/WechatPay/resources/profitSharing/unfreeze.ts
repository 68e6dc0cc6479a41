import type { IDataObject } from 'n8n-workflow';

import { unfreezeRest } from '../../../../lib/wechat-pay/profit-sharing/share';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/fields';
import {
	confirmField,
	requireSharing,
	shareNumber,
	shareNumberField,
	transactionField,
} from '../../shared/sharing-fields';

const show = { resource: ['profitSharing'], operation: ['unfreeze'] };

export const description = [transactionField(show), shareNumberField(show), confirmField(show)];

/**
 * Gives what is left of a payment to the merchant.
 *
 * @throws IntegrationError `WECHAT_SHARE_NOT_CONFIRMED`, `WECHAT_SHARE_NUMBER_INVALID` and those of `unfreezeRest`
 */
export const execute = runPerItem(async (context, index) => {
	requireSharing(context, index);
	const number = { ...shareNumber(context, index), description: 'Unfreeze' };
	const account = await accountOf(context, index);
	return { json: (await unfreezeRest(account, number, callContext)) as IDataObject };
});
