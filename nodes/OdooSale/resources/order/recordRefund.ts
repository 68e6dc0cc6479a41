import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { recordRefund } from '../../../../lib/orders/after-sales/record-refund';
import { readRefundItem } from '../../../../lib/orders/after-sales/refund';
import { dryRunField } from '../../../shared/operation-fields';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

const properties: INodeProperties[] = [
	{
		displayName: 'Credit Note',
		name: 'creditNote',
		type: 'boolean',
		default: true,
		description:
			'Whether to create a draft credit note for the refunded amount. The Odoo user needs the right Accounting: Invoicing (Invoicing: Invoicing in Odoo 18, Invoicing: Billing before).',
	},
	{
		displayName: 'Cancel When Fully Refunded',
		name: 'cancelWhenRefunded',
		type: 'boolean',
		default: true,
		description:
			'Whether to cancel an order that is fully refunded and not delivered, so that it is not shipped',
	},
	dryRunField('order', ['recordRefund'], 'Odoo'),
	{
		displayName: 'Options',
		name: 'refundOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Only Known Payments',
				name: 'onlyKnownPayments',
				type: 'boolean',
				default: false,
				description:
					'Whether to leave out refunds of payments that have no order in Odoo, such as card payments at an acquirer. On the first day they fail, so that the acquirer sends them again in case the payment is still to come. Otherwise they get a draft order that asks a person to compare it with WeChat Pay.',
			},
			{
				displayName: 'Review Part Refunds',
				name: 'reviewPartRefunds',
				type: 'boolean',
				default: false,
				description:
					'Whether to create an activity when a part of an order is refunded before anything was delivered, so that a person reduces what is shipped',
			},
			{
				displayName: 'Reviewer Name or ID',
				name: 'reviewer',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getUsers' },
				default: '',
				description:
					'User who is assigned the activity on an order that needs review. Defaults to the user of the credential. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
		],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['order'], operation: ['recordRefund'] } },
	properties,
);

/** Records each refund that WeChat Pay has told of. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const { reviewer, reviewPartRefunds, onlyKnownPayments } = context.getNodeParameter(
			'refundOptions',
			index,
			{},
		) as IDataObject;
		const reviewerId = Number(reviewer) || undefined;
		const recorded = await recordRefund(odoo, readRefundItem(json), {
			creditNote: context.getNodeParameter('creditNote', index) as boolean,
			cancelWhenRefunded: context.getNodeParameter('cancelWhenRefunded', index) as boolean,
			dryRun: context.getNodeParameter('dryRun', index) as boolean,
			...(reviewerId && { reviewerId }),
			...(onlyKnownPayments === true && { onlyKnownPayments: Date.now() }),
			...(reviewPartRefunds === true && { reviewPartRefunds: true }),
		});
		const output = recorded.status === 'needs_review' ? 1 : 0;
		return { json: { ...json, odoo: recorded }, output };
	}),
);
