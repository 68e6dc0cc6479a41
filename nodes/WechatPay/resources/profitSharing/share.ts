import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { tryParse } from '../../../../lib/core/json';
import { declarableOrder } from '../../../../lib/wechat-pay/customs/declarable-order';
import { planShares, type ShareRate } from '../../../../lib/wechat-pay/profit-sharing/plan-shares';
import { createShare } from '../../../../lib/wechat-pay/profit-sharing/share';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf, textParameter } from '../../shared/fields';
import {
	confirmField,
	requireSharing,
	shareNumber,
	shareNumberField,
	transactionField,
} from '../../shared/sharing-fields';

const show = { resource: ['profitSharing'], operation: ['share'] };

export const description: INodeProperties[] = [
	{
		displayName:
			"This moves real money, and a person's share cannot be called back. Share after the time for returns is over. AI agents cannot use it.",
		name: 'sharingNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	transactionField(show),
	shareNumberField(show),
	{
		displayName: 'Influencer Code',
		name: 'influencerCode',
		type: 'string',
		default: '={{ $json.campaign }}',
		required: true,
		displayOptions: { show },
		description: 'Code of the influencer or campaign that brought the order',
	},
	{
		displayName: 'Rates',
		name: 'shareRates',
		type: 'json',
		default: '[]',
		required: true,
		displayOptions: { show },
		description:
			'List of code, type (MERCHANT_ID or PERSONAL_OPENID), account and rate in hundredths of a percent: 500 is 5 %',
	},
	{
		displayName: 'Unfreeze the Rest',
		name: 'unfreezeRest',
		type: 'boolean',
		default: true,
		displayOptions: { show },
		description: 'Whether the rest goes to the merchant at once. Nothing more can be shared then.',
	},
	confirmField(show),
];

/**
 * Shares what was paid less what was refunded by the rates of the influencer's code.
 *
 * @returns WeChat's fields; without a rate for the code, the item with `receivers` empty and no call
 * @throws IntegrationError `WECHAT_SHARE_NOT_CONFIRMED`, `WECHAT_SHARE_NUMBER_INVALID`, those of `planShares`,
 * `declarableOrder` and `createShare`
 */
export const execute = runPerItem(async (context, index) => {
	requireSharing(context, index);
	const number = shareNumber(context, index);
	const rates = shareRates(context.getNodeParameter('shareRates', index));
	const code = textParameter(context, 'influencerCode', index);
	const account = await accountOf(context, index);
	const { transaction_id } = number;
	const order = await declarableOrder(account, { transaction_id }, callContext);
	const receivers = planShares(rates, code, order.left_fen, `Commission ${order.out_trade_no}`);
	if (receivers.length === 0) return { json: { ...number, receivers: [] } };
	const unfreeze_unsplit = context.getNodeParameter('unfreezeRest', index) === true;
	const request = { ...number, appid: order.appid, receivers, unfreeze_unsplit };
	return { json: (await createShare(account, request, callContext)) as IDataObject };
});

function shareRates(value: unknown): ShareRate[] {
	const list = typeof value === 'string' ? tryParse(value) : value;
	if (Array.isArray(list)) return list as ShareRate[];
	throw new IntegrationError({
		code: 'WECHAT_SHARE_RATES_INVALID',
		message: 'Rates is not a list.',
		likelyCause: 'The expression gives text, or one line without a list around it.',
		nextStep: 'Enter [{"code": "ANNA", "type": "PERSONAL_OPENID", "account": "o…", "rate": 500}].',
	});
}
