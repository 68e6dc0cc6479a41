/** One order line and what Odoo holds back for it. Quantities are pieces. */
export interface RecordedLine {
	sale_order_line_id: number;
	product_id: number;
	sku: string;
	ordered: number;
	reserved: number;
	missing: number;
}

/** What Odoo Sale adds to an item as `odoo`. */
export interface RecordedOrder {
	/** `reserved`: every storable move is; `short`: confirmed, but pieces are missing; `needs_review`: left for a person. */
	status: 'reserved' | 'short' | 'needs_review';
	sale_order_id: number;
	/** The order's number, e.g. `S00042`. */
	name: string;
	/** Odoo's own state: `draft`, `sent`, `sale`, `done`, `cancel`. */
	state: string;
	/** True when an earlier delivery of the same payment had recorded it. */
	adopted: boolean;
	currency: string;
	amount_total: string;
	lines: RecordedLine[];
	/** Where a person is asked to decide: why, and what to do, as a sentence. */
	reason?: string;
	/** Only told, nothing written; `would` says what would be done. A new order has the id 0 and no name. */
	dry_run?: true;
	would?: string;
}
