import type { INodeProperties } from 'n8n-workflow';

import { carrierRows } from './carrier-rows';
import { dryRunField } from '../../shared/operation-fields';
import { uploadOptions } from './upload-options';

const resource = ['shipment'];
const operation = ['upload', 'uploadCombined'];
const show = { resource, operation };
const express = { show: { ...show, logistics: ['express'] } };

/** What left the warehouse. Defaults read shipments as Odoo Sale and Odoo Trigger give them. */
export const uploadFields: INodeProperties[] = [
	{
		displayName: 'Buyer (OpenID)',
		name: 'openid',
		type: 'string',
		default: '={{ $json.openid ?? $json.payer?.openid }}',
		required: true,
		displayOptions: { show },
		description: "The payer's openid in this mini program",
	},
	{
		displayName: 'Delivery',
		name: 'logistics',
		type: 'options',
		options: [
			{ name: 'Carrier', value: 'express', description: 'Parcels with a tracking number' },
			{
				name: 'Local Delivery',
				value: 'local',
				description: 'A courier in the same city, without a tracking number',
			},
			{ name: 'Self Pick-Up', value: 'pickUp', description: 'The buyer fetches the goods' },
			{ name: 'Virtual Goods', value: 'virtual', description: 'Nothing is carried' },
		],
		default: 'express',
		displayOptions: { show },
		description: 'How the goods reach the buyer',
	},
	{
		displayName: 'Tracking Numbers',
		name: 'trackingNumbers',
		type: 'string',
		default: '={{ $json.shipment?.carrier_tracking_ref }}',
		displayOptions: express,
		description:
			'One number, or several with commas between them: a parcel each, up to 15. Empty ones leave by the output Waiting.',
	},
	{
		displayName: 'Carrier Name',
		name: 'carrierName',
		type: 'string',
		default: '={{ $json.shipment?.carrier?.name }}',
		displayOptions: express,
		description: 'As Odoo has it, for example SF Express or 顺丰速运',
	},
	{
		displayName: 'Carrier Code',
		name: 'carrierCode',
		type: 'string',
		default: '={{ $json.shipment?.carrier?.code }}',
		displayOptions: express,
		description: "WeChat's code of the carrier where you know it, for example SF. May be empty.",
	},
	carrierRows(express),
	{
		displayName: 'Lines',
		name: 'lines',
		type: 'json',
		default: '={{ $json.shipment?.lines ?? $json.lines }}',
		displayOptions: { show },
		description:
			'Shipped products, as a list with name (or SKU) and quantity. Shown to the buyer, at most 120 characters.',
	},
	{
		displayName: 'Everything Has Left',
		name: 'allDelivered',
		type: 'options',
		options: [
			{
				name: 'As the Shipment Says',
				value: 'auto',
				description: 'No while the shipment has a backorder (shipment.backorder), otherwise yes',
			},
			{ name: 'No, More Is to Follow', value: 'no' },
			{ name: 'Yes', value: 'yes' },
		],
		default: 'auto',
		displayOptions: { show },
		description:
			'Whether nothing more is to follow for this payment. WeChat tells the buyer only then.',
	},
	{
		displayName: 'If Already Shipped',
		name: 'ifShipped',
		type: 'options',
		options: [
			{
				name: 'Add Parcels (Uses Up the One Correction)',
				value: 'add',
				description: 'Add to the parcels already uploaded',
			},
			{
				name: 'Ask a Person',
				value: 'review',
				description: 'The item leaves by the output Needs Review, and nothing is changed',
			},
			{
				name: 'Replace Parcels (Uses Up the One Correction)',
				value: 'replace',
				description: 'Replace the parcels already uploaded',
			},
		],
		default: 'review',
		displayOptions: { show },
		description:
			'What to do when WeChat counts the payment as shipped, with other parcels or in another way. WeChat allows one correction a payment.',
	},
	dryRunField('shipment', ['upload', 'uploadCombined'], 'WeChat'),
	uploadOptions(show),
];
