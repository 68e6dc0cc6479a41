import type { INodeProperties } from 'n8n-workflow';

import { readPaymentKey } from '../../../../lib/wechat-api/shipping/shipment';
import { textParameter } from '../../../shared/parameter-text';
import { shopNumberFields, shopNumberKey } from '../../shared/payment-fields';
import { uploadItems } from '../../shared/upload-items';

const show = { resource: ['shipment'], operation: ['uploadCombined'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Combined Order Number',
		name: 'combineOutTradeNo',
		type: 'string',
		default: '={{ $json.combine_out_trade_no }}',
		required: true,
		displayOptions: { show },
		description:
			'The combine_out_trade_no of the combined payment. Items that share it go together.',
	},
	{
		displayName: 'Combining Merchant Number',
		name: 'combineMchid',
		type: 'string',
		default: '={{ $json.combine_mchid }}',
		required: true,
		displayOptions: { show },
		description: 'The combine_mchid of the combined payment',
	},
	...shopNumberFields(show),
];

/** Uploads the shipments of the payments of combined payments, those of one in one call. */
export const execute = uploadItems((context, index) => ({
	payment: shopNumberKey(context, index),
	combined: readPaymentKey({
		mchid: textParameter(context, 'combineMchid', index),
		out_trade_no: textParameter(context, 'combineOutTradeNo', index),
	}),
}));
