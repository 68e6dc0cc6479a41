import { operationMenu } from '../../../shared/operation-fields';
import * as cancel from './cancel';
import * as createReturn from './createReturn';
import * as getBacklog from './getBacklog';
import * as getWaitingDrafts from './getWaitingDrafts';
import * as holdStock from './holdStock';
import * as recordPaidOrder from './recordPaidOrder';
import * as recordRefund from './recordRefund';
import * as releaseExpiredHolds from './releaseExpiredHolds';

export const description = [
	operationMenu(
		'order',
		[
			{
				name: 'Cancel',
				value: 'cancel',
				action: 'Cancel an order',
				description: 'Cancel an undelivered order and release its stock',
			},
			{
				name: 'Complete Draft',
				value: 'completeDraft',
				action: 'Complete a draft',
				description:
					'Add the products to a draft whose SKU is now mapped, then confirm and reserve it',
			},
			{
				name: 'Create Return',
				value: 'createReturn',
				action: 'Create a return',
				description: "Create return transfers for an order's deliveries",
			},
			{
				name: 'Get Backlog',
				value: 'getBacklog',
				action: 'Get the backlog of paid orders',
				description: 'Count paid orders that need review, lack stock or were never finished',
			},
			{
				name: 'Get Waiting Drafts',
				value: 'getWaitingDrafts',
				action: 'Get waiting drafts',
				description: 'Get paid orders left in draft because a SKU was not mapped',
			},
			{
				name: 'Hold Stock',
				value: 'holdStock',
				action: 'Hold stock for an unpaid order',
				description: 'Reserve the stock of an unpaid order until it is paid or the hold expires',
			},
			{
				name: 'Record Paid Order',
				value: 'recordPaidOrder',
				action: 'Record a paid order',
				description: 'Create, confirm and reserve one sale order for each payment',
			},
			{
				name: 'Record Refund',
				value: 'recordRefund',
				action: 'Record a refund',
				description:
					'Create a draft credit note for each refund and cancel fully refunded, undelivered orders',
			},
			{
				name: 'Release Expired Holds',
				value: 'releaseExpiredHolds',
				action: 'Release expired holds',
				description: 'Release stock held for orders that were not paid in time',
			},
		],
		'recordPaidOrder',
	),
	...cancel.description,
	...createReturn.description,
	...holdStock.description,
	...recordPaidOrder.description,
	...recordRefund.description,
	...releaseExpiredHolds.description,
];

export {
	cancel,
	createReturn,
	getBacklog,
	getWaitingDrafts,
	holdStock,
	recordPaidOrder,
	recordPaidOrder as completeDraft,
	recordRefund,
	releaseExpiredHolds,
};
