import { dryRunField, operationMenu } from '../../../shared/operation-fields';
import * as changeWaybill from './changeWaybill';
import * as deliver from './deliver';
import * as getCarriers from './getCarriers';

export const description = [
	operationMenu(
		'shipment',
		[
			{
				name: 'Change Waybill',
				value: 'changeWaybill',
				action: 'Change a waybill',
				description: 'Replace the waybill of a shipped parcel; WeChat allows it once',
			},
			{
				name: 'Deliver',
				value: 'deliver',
				action: 'Deliver a parcel',
				description: 'Ship a parcel with its products, each parcel once',
			},
			{
				name: 'Get Carriers',
				value: 'getCarriers',
				action: 'Get many carriers',
				description: 'List the carriers of WeChat Shop with their codes',
			},
		],
		'deliver',
	),
	...deliver.description,
	...changeWaybill.description,
	dryRunField('shipment', ['deliver'], 'WeChat Shop'),
];

export { changeWaybill, deliver, getCarriers };
