import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { OpenApiAccount } from '../../../lib/wechat-api/call';
import { readShipment } from '../../../lib/wechat-api/shipping/read-shipment';
import type {
	Logistics,
	PaymentKey,
	ShippingOutcome,
} from '../../../lib/wechat-api/shipping/shipment';
import { textParameter } from '../../shared/parameter-text';
import { carriersOf } from './account';
import { readCarrierRows } from './carrier-rows';
import type { Upload } from './group-shipments';
import { readLines } from './read-lines';
import { readUploadOptions } from './upload-options';

/** The payment of an item, and the combined payment that it is a part of. */
export interface PaymentNames {
	payment: PaymentKey;
	combined?: PaymentKey;
}

/**
 * Reads what was shipped from the parameters of an item.
 *
 * @returns the upload, or the outcome of an item that cannot be uploaded yet
 * @throws IntegrationError those of `readShipment`
 */
export async function readUpload(
	context: IExecuteFunctions,
	account: OpenApiAccount,
	{ payment, combined }: PaymentNames,
	json: IDataObject,
	index: number,
): Promise<Upload | { outcome: ShippingOutcome }> {
	const { paidAt, description, phones } = readUploadOptions(context, index, json);
	const code = textParameter(context, 'carrierCode', index);
	const read = await readShipment(
		{
			payment,
			openid: textParameter(context, 'openid', index),
			logistics: context.getNodeParameter('logistics', index) as Logistics,
			tracking: textParameter(context, 'trackingNumbers', index),
			carrier: {
				name: textParameter(context, 'carrierName', index),
				...(code ? { code } : {}),
			},
			lines: readLines(context.getNodeParameter('lines', index, [])),
			description,
			allDelivered: allDelivered(context, index, json),
			phones,
		},
		async () => await carriersOf(account),
		readCarrierRows(context, index),
	);
	if ('outcome' in read) return read;
	return {
		shipment: read.shipment,
		...(combined ? { combined } : {}),
		...(paidAt === undefined ? {} : { paidAt }),
	};
}

function allDelivered(context: IExecuteFunctions, index: number, json: IDataObject): boolean {
	const said = context.getNodeParameter('allDelivered', index, 'auto');
	if (said !== 'auto') return said === 'yes';
	return !(json.shipment as IDataObject | undefined)?.backorder;
}
