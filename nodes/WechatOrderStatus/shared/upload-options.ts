import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** What few need. */
export const uploadOptions = (show: Record<string, string[]>): INodeProperties => ({
	displayName: 'Options',
	name: 'uploadOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show },
	options: [
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			placeholder: 'e.g. Red tee, M ×2',
			description: 'Description of the goods shown to the buyer, instead of the lines',
		},
		{
			displayName: 'Paid At',
			name: 'paidAt',
			type: 'dateTime',
			default: '',
			description:
				'When the buyer paid; success_time of the item by default. WeChat is not waited for when that is more than ten minutes ago.',
		},
		{
			displayName: 'Recipient Phone',
			name: 'recipientPhone',
			type: 'string',
			default: '',
			placeholder: 'e.g. 13800005678',
			description:
				'For parcels of SF Express, which WeChat takes only with a phone number. It is sent masked: 138****5678.',
		},
		{
			displayName: 'Sender Phone',
			name: 'senderPhone',
			type: 'string',
			default: '',
			placeholder: 'e.g. 13800005678',
			description:
				'For parcels of SF Express, instead of the number of the recipient: the number on your contract with SF. It is sent masked.',
		},
		{
			displayName: 'Wait for New Payments (Minutes)',
			name: 'waitMinutes',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 20 },
			default: 3,
			description:
				'How long to wait, for all items together, until WeChat sees payments that were just made. 0 does not wait: they leave by the output Waiting.',
		},
	],
});

/** The options with what they are when nobody has added them. */
export function readUploadOptions(context: IExecuteFunctions, index: number, json: IDataObject) {
	const options = context.getNodeParameter('uploadOptions', index, {}) as IDataObject;
	const text = (name: string) => String(options[name] || '').trim();
	const address = (json.address ?? {}) as IDataObject;
	const phone = typeof address === 'object' ? String(address.phone ?? '').trim() : '';
	const paidAt = Date.parse(text('paidAt') || String(json.success_time ?? ''));
	const recipient = text('recipientPhone') || phone;
	return {
		description: text('description'),
		...(Number.isNaN(paidAt) ? {} : { paidAt }),
		phones: {
			...(text('senderPhone') ? { sender: text('senderPhone') } : {}),
			...(recipient ? { recipient } : {}),
		},
		waitMs: Number(options.waitMinutes ?? 3) * 60_000,
	};
}
