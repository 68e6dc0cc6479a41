import type { INodeProperties } from 'n8n-workflow';

import { orderField } from './order-field';

const show = { resource: ['shipment'], operation: ['deliver'] };

/** The fields of Deliver. */
export const deliverFields: INodeProperties[] = [
	orderField(show),
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		default: '={{ $json.shipment?.carrier_tracking_ref }}',
		displayOptions: { show },
		description:
			'Number of the waybill. Of several numbers the first is used: WeChat does not take one unit in two parcels. Without a number the item waits.',
	},
	{
		displayName: 'Carrier',
		name: 'carrier',
		type: 'string',
		default: '={{ $json.shipment?.carrier?.code ?? $json.shipment?.carrier?.name }}',
		displayOptions: { show },
		description: "WeChat Shop's code of the carrier, or its name in Odoo",
	},
	{
		displayName: 'Lines',
		name: 'lines',
		type: 'json',
		default: '={{ $json.shipment?.lines }}',
		displayOptions: { show },
		description: 'Shipped lines with sku (the SKU code in WeChat Shop) and quantity',
	},
	{
		displayName: 'Order Is Complete',
		name: 'complete',
		type: 'boolean',
		default: false,
		displayOptions: { show },
		description:
			'Whether everything left of the order goes with this parcel, for example when no back-order follows in Odoo',
	},
	{
		displayName: 'Carriers',
		name: 'carriers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		displayOptions: { show },
		placeholder: 'Add carrier',
		description: 'WeChat Shop codes of carriers in Odoo that WeChat does not recognize',
		options: [
			{
				displayName: 'Carrier',
				name: 'rows',
				values: [
					{ displayName: 'Name in Odoo', name: 'odoo', type: 'string', default: '' },
					{ displayName: 'WeChat Shop Code', name: 'delivery_id', type: 'string', default: '' },
				],
			},
		],
	},
];
