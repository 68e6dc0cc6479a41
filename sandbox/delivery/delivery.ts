/**
 * Why an attempt does not count: another status than 200 and 204 (redirects too), XML that does not say
 * SUCCESS, no whole answer in time, no connection or a broken one, or the sandbox was stopped.
 */
export type DeliveryFailure = 'status' | 'body' | 'timeout' | 'connection' | 'stopped';

/** What came back from one POST to a notification URL. */
export interface DeliveryAnswer {
	/** Null when no answer arrived in time. */
	status: number | null;
	/** The first 4096 bytes, as text. */
	body: string;
	latency_ms: number;
	/** Null exactly when acknowledged. */
	failure: DeliveryFailure | null;
	acknowledged: boolean;
}

/** One line of the delivery log. */
export interface Delivery extends DeliveryAnswer {
	notification_id: string;
	/** Null for XML. */
	event_type: string | null;
	/** The combined number of a combined order; empty for an event. */
	out_trade_no: string;
	/** Empty for a combined order and for an event. */
	transaction_id: string;
	/** Of a refund. */
	out_refund_no?: string;
	url: string;
	/** Which of the senders, from 1. */
	copy: number;
	/** 1 is the first delivery, 2 to 16 are resends. */
	attempt: number;
	/** WeChat's test of whether the signature is checked: to be refused, and no delivery. */
	probe: boolean;
	/** When it was sent, ISO 8601. */
	at: string;
}

export interface NotifyResult {
	/** True when every copy was acknowledged. */
	acknowledged: boolean;
	deliveries: Delivery[];
}

export interface DeliveryFilter {
	out_trade_no?: string;
	transaction_id?: string;
	out_refund_no?: string;
}
