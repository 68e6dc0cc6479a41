import { operationMenu } from '../../../shared/operation-menu';
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
				description: 'Cancel an order that nothing has been delivered of, and free its stock',
			},
			{
				name: 'Complete Draft',
				value: 'completeDraft',
				action: 'Complete a draft',
				description: 'Put the products into a draft that waited for a SKU, confirm and reserve it',
			},
			{
				name: 'Create Return',
				value: 'createReturn',
				action: 'Create a return',
				description: 'Let the warehouse expect back what was delivered of an order',
			},
			{
				name: 'Get Backlog',
				value: 'getBacklog',
				action: 'Get the backlog of paid orders',
				description: 'Count the paid orders that wait for a person, for stock or for nobody',
			},
			{
				name: 'Get Waiting Drafts',
				value: 'getWaitingDrafts',
				action: 'Get waiting drafts',
				description: 'Get the paid orders that wait as drafts since a SKU was not mapped',
			},
			{
				name: 'Hold Stock',
				value: 'holdStock',
				action: 'Hold stock for an unpaid order',
				description: 'Keep the stock of an order from others until it is paid or time is up',
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
					'Write a draft credit note for each refund, and stop what is not to be shipped',
			},
			{
				name: 'Release Expired Holds',
				value: 'releaseExpiredHolds',
				action: 'Release expired holds',
				description: 'Free the stock that was held for orders nobody has paid in time',
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
