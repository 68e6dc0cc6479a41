import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { CarrierRow } from '../../../lib/wechat-api/shipping/carriers';

/** The merchant's own table of carriers. */
export const carrierRows = (
	displayOptions: NonNullable<INodeProperties['displayOptions']>,
): INodeProperties => ({
	displayName: 'Carriers',
	name: 'carriers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Carrier',
	default: {},
	displayOptions,
	description: 'Map Odoo carrier names that WeChat does not recognize to WeChat carrier codes',
	options: [
		{
			displayName: 'Carrier',
			name: 'row',
			values: [
				{
					displayName: 'In Odoo',
					name: 'odoo',
					type: 'string',
					default: '',
					placeholder: 'e.g. SF Express (Standard)',
					description: 'Name or code of the carrier, as in Odoo',
				},
				{
					displayName: 'In WeChat',
					name: 'deliveryId',
					type: 'resourceLocator',
					default: { mode: 'list', value: '' },
					description: 'The carrier in the list of WeChat for shipping, not that of WeChat Shop',
					modes: [
						{
							displayName: 'From List',
							name: 'list',
							type: 'list',
							typeOptions: { searchListMethod: 'searchCarriers', searchable: true },
						},
						{ displayName: 'By Code', name: 'id', type: 'string', placeholder: 'e.g. SF' },
					],
				},
			],
		},
	],
});

/** The rows that are filled in. */
export function readCarrierRows(context: IExecuteFunctions, index: number): CarrierRow[] {
	const rows = context.getNodeParameter('carriers.row', index, []) as Array<{
		odoo?: string;
		deliveryId?: string | { value?: unknown };
	}>;
	return rows
		.map(({ odoo = '', deliveryId = '' }) => ({
			odoo: odoo.trim(),
			delivery_id: String(
				(typeof deliveryId === 'string' ? deliveryId : deliveryId.value) ?? '',
			).trim(),
		}))
		.filter(({ odoo, delivery_id }) => odoo !== '' && delivery_id !== '');
}
