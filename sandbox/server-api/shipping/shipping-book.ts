import type { AcceptedUpload, OrderState, Shipping, ShippingUpload } from './shipping';

/** What WeChat keeps about a payment's shipping. */
export interface ShippingEntry {
	shipping?: Shipping;
	/** The last one that was accepted. */
	upload?: ShippingUpload;
	/** Of the last upload that was accepted, milliseconds. */
	uploadedMs: number;
	reshipped: boolean;
	reminded: boolean;
	inComplaint: boolean;
	/** Set where the buyer, or time, moved the order on. */
	state?: Extract<OrderState, 3 | 4 | 6>;
}

/** Shipping as WeChat remembers it. */
export class ShippingBook {
	/** Every upload that was accepted, the oldest first. */
	readonly uploads: AcceptedUpload[] = [];
	private readonly entries = new Map<string, ShippingEntry>();

	of(transactionId: string): ShippingEntry {
		const known = this.entries.get(transactionId);
		if (known) return known;
		const entry = { uploadedMs: 0, reshipped: false, reminded: false, inComplaint: false };
		this.entries.set(transactionId, entry);
		return entry;
	}
}
