import type { INodeParameters } from 'n8n-workflow';

import {
	CANCELLATION_RULE,
	DELIVERY_RULE,
	STOCK_RULE,
	type PushRule,
} from '../../../lib/changes/push-rule';
import type { Watch } from '../../../lib/changes/watch';
import { cancelledOrderWatch } from '../../../lib/shipments/cancelled-orders';
import { shipmentWatch } from '../../../lib/shipments/shipment-watch';
import { stockWatch } from '../../../lib/stock/stock-watch';
import { stockPlaceAndBuffer } from '../../shared/stock-fields';

export const EVENT_NAMES = {
	deliveryDone: 'Delivery Done',
	orderCancelled: 'Order Cancelled',
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
		case 'deliveryDone':
			return {
				name,
				rule: DELIVERY_RULE,
				watch: shipmentWatch(String(options.language ?? '').trim()),
			};
		case 'orderCancelled':
			return { name, rule: CANCELLATION_RULE, watch: cancelledOrderWatch };
		case 'stockChanged': {
			const { place, buffer } = stockPlaceAndBuffer(options);
			return { name, rule: STOCK_RULE, watch: stockWatch(place, buffer) };
		}
	}
}
