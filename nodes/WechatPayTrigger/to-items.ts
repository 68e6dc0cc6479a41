import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { NotificationReceipt, PaymentItem } from '../../lib/wechat-pay/payment';
import type { ReceivedPayment } from '../../lib/wechat-pay/receive';
import type { Batch } from './group-commit';

/** One n8n item a payment, with what Acknowledge Notification needs to answer for the whole batch. */
export function toItems(
	batch: Batch<ReceivedPayment>,
	acknowledge: NotificationReceipt['acknowledge'],
): INodeExecutionData[] {
	return batch.items.map((payment) => {
		const item: PaymentItem = {
			...payment,
			notification: {
				...payment.notification,
				acknowledge,
				batch_id: batch.id,
				batch_size: batch.items.length,
			},
		};
		return { json: item as unknown as IDataObject };
	});
}
