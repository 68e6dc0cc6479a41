import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type {
	NotificationReceipt,
	PaymentItem,
} from '../../../lib/wechat-pay/notification/payment';
import type { ReceivedItem } from '../../../lib/wechat-pay/receive-notification';
import type { RefundItem } from '../../../lib/wechat-pay/notification/refund';
import { identityOfItem, type Arrived } from './group-commit-instance';
import type { Batch } from '../../../lib/batching/group-commit';

/** One n8n item a payment or refund, with what Acknowledge Notification needs to answer for the whole batch. */
export function toItems(
	{ id, items }: Batch<Arrived>,
	acknowledge: NotificationReceipt['acknowledge'],
): INodeExecutionData[] {
	// A payment can be told of alone and within a combined order.
	const different = new Map<string, ReceivedItem>();
	for (const item of items.flatMap(({ items }) => items as ReceivedItem[])) {
		different.set(identityOfItem(item), item);
	}
	const batch = { acknowledge, batch_id: id, batch_size: different.size };
	return [...different.values()].map((received) => {
		const notification = { ...received.notification, ...batch };
		const item = { ...received, notification } satisfies PaymentItem | RefundItem;
		return { json: item as unknown as IDataObject };
	});
}
