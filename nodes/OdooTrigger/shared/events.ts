import type { INodeParameters } from 'n8n-workflow';

import {
	CANCELLATION_RULE,
	CREDIT_NOTE_RULE,
	DELIVERY_RULE,
	RETURN_RULE,
	STOCK_RULE,
	tagRule,
	type PushRule,
} from '../../../lib/changes/push-rule';
import type { Watch } from '../../../lib/changes/watch';
import { REFUND_TAG } from '../../../lib/orders/model/order-keys';
import { creditNoteWatch } from '../../../lib/refund-requests/credit-note-watch';
import { refundTagWatch } from '../../../lib/refund-requests/refund-tag-watch';
import { returnWatch } from '../../../lib/refund-requests/return-watch';
import { cancelledOrderWatch } from '../../../lib/shipments/cancelled-orders';
import { shipmentWatch } from '../../../lib/shipments/shipment-watch';
import { stockWatch } from '../../../lib/stock/stock-watch';
import { stockPlaceAndBuffer } from '../../shared/stock-fields';

export const EVENT_NAMES = {
	creditNotePosted: 'Credit Note Posted',
	deliveryDone: 'Delivery Done',
	orderCancelled: 'Order Cancelled',
	refundRequested: 'Refund Requested',
	returnReceived: 'Return Received',
	stockChanged: 'Stock Changed',
} as const;

export type EventName = keyof typeof EVENT_NAMES;

/** What is watched for an event, and what Odoo is to push. */
export interface TriggerEvent {
	name: EventName;
	rule: PushRule;
	watch: Watch;
}

/** @throws IntegrationError `STOCK_BUFFER_INVALID` */
export function triggerEvent(name: EventName, options: INodeParameters): TriggerEvent {
	switch (name) {
		case 'creditNotePosted':
			return { name, rule: CREDIT_NOTE_RULE, watch: creditNoteWatch };
		case 'deliveryDone':
			return {
				name,
				rule: DELIVERY_RULE,
				watch: shipmentWatch(String(options.language ?? '').trim()),
			};
		case 'orderCancelled':
			return { name, rule: CANCELLATION_RULE, watch: cancelledOrderWatch };
		case 'refundRequested':
			return { name, rule: tagRule(REFUND_TAG), watch: refundTagWatch };
		case 'returnReceived':
			return { name, rule: RETURN_RULE, watch: returnWatch };
		case 'stockChanged': {
			const { place, buffer } = stockPlaceAndBuffer(options);
			return { name, rule: STOCK_RULE, watch: stockWatch(place, buffer) };
		}
	}
}
