import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	payAbnormalRefund,
	type AbnormalRefundTarget,
} from '../../../../lib/wechat-pay/refunds/abnormal-refund';
import { refundItem } from '../../../../lib/wechat-pay/refunds/refund-item';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { confirmRefundField, requireConfirmation } from '../../shared/confirmation';
import { accountOf, ofMerchant, subMerchantField, textParameter } from '../../shared/fields';
import { refundNumber, refundNumberField } from '../../shared/refund-number';

const show = { resource: ['refund'], operation: ['payAbnormal'] };
const toBuyer = { show: { ...show, payTo: ['USER_BANK_CARD'] } };

export const description: INodeProperties[] = [
	{
		displayName: 'Refund ID',
		name: 'refundId',
		type: 'string',
		default: '={{ $json.refund_id }}',
		required: true,
		displayOptions: { show },
		description: "WeChat's number of the refund, whose status is ABNORMAL",
	},
	refundNumberField(show),
	subMerchantField(show),
	{
		displayName: 'Pay To',
		name: 'payTo',
		type: 'options',
		options: [
			{ name: 'Merchant Account', value: 'MERCHANT_BANK_CARD' },
			{ name: "User's Bank Card", value: 'USER_BANK_CARD' },
		],
		default: 'MERCHANT_BANK_CARD',
		displayOptions: { show },
		description: "Another bank card of the buyer, or the merchant's own settlement account",
	},
	{
		displayName: 'Bank',
		name: 'bankType',
		type: 'string',
		default: '',
		placeholder: 'e.g. CMB_DEBIT',
		required: true,
		displayOptions: toBuyer,
		description: "WeChat's code of the bank of the debit card",
	},
	{
		displayName: 'Card Number',
		name: 'bankAccount',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: toBuyer,
		description: 'Number of the card. It is sent encrypted, and is not in the output.',
	},
	{
		displayName: 'Card Holder',
		name: 'realName',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: toBuyer,
		description: 'Name of the holder. It is sent encrypted, and is not in the output.',
	},
	confirmRefundField(show),
];

/**
 * Pays an abnormal refund to a bank card.
 *
 * @throws IntegrationError `WECHAT_REFUND_NOT_CONFIRMED`, `WECHAT_REFUND_NUMBER_INVALID` and those of
 * `payAbnormalRefund`
 */
export const execute = runPerItem(async (context, index) => {
	requireConfirmation(context, index);
	const refund = {
		out_refund_no: refundNumber(context, index),
		refund_id: textParameter(context, 'refundId', index),
		...ofMerchant(context, index),
	};
	const account = await accountOf(context, index);
	return {
		json: refundItem(await payAbnormalRefund(account, refund, target(context, index), callContext)),
	};
});

function target(context: IExecuteFunctions, index: number): AbnormalRefundTarget {
	if (context.getNodeParameter('payTo', index) !== 'USER_BANK_CARD') {
		return { type: 'MERCHANT_BANK_CARD' };
	}
	const text = (name: string) => textParameter(context, name, index);
	return {
		type: 'USER_BANK_CARD',
		bank_type: text('bankType'),
		bank_account: text('bankAccount').replace(/\s/g, ''),
		real_name: text('realName'),
	};
}
