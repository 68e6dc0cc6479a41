import type { IntegrationError } from '../../core/errors';
import type { ChannelShares } from '../../core/channel-share';
import { asHold, paymentKey } from '../model/order-keys';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import type { RecordedLine } from '../sale-order/recorded-order';

/** A hold, or what was missing for it. */
export interface HeldOrder {
	/** `held`: every unit is reserved; `not_enough`: none is. */
	status: 'held' | 'not_enough';
	/** 0 if no order was written, because there was not enough stock before. */
	sale_order_id: number;
	name: string;
	lines: RecordedLine[];
	/** When the stock is released, ISO 8601; only of a hold that is not paid. */
	expires_at?: string;
	/** Preview: nothing was written. */
	dry_run?: true;
}

/** An order to hold stock for. Its `transaction_id` is ignored. */
export interface HoldRequest {
	order: PaidOrder;
	/** Milliseconds since 1970. */
	expires: number;
}

/** Result for one request. */
export type HoldOutcome = { held: HeldOrder } | { error: IntegrationError };

export interface HoldOptions extends RecordOptions {
	/** What this channel may sell of the stock; absent: all of it. */
	shares?: ChannelShares;
}

export const holdKey = ({ order }: Pick<HoldRequest, 'order'>): string => paymentKey(asHold(order));
