/** An automation rule that makes Odoo push changes. */
export interface PushRule {
	model: string;
	/** A change of any of these fields is pushed, and every new record. */
	fields: string[];
	/** Which records, as a Python literal. */
	domain: string;
	/** The field with the changed record; `id` for the record itself. */
	of: string;
}

/** Quants in internal locations: quantity on hand and reserved quantity. */
export const STOCK_RULE: PushRule = {
	model: 'stock.quant',
	fields: ['quantity', 'reserved_quantity'],
	domain: "[('location_id.usage', 'in', ['internal', 'transit'])]",
	of: 'product_id',
};

export const DELIVERY_RULE: PushRule = {
	model: 'stock.picking',
	fields: ['state', 'carrier_id', 'carrier_tracking_ref'],
	domain: "[('sale_id', '!=', False), ('state', 'in', ['done', 'cancel'])]",
	of: 'id',
};

export const CANCELLATION_RULE: PushRule = {
	model: 'sale.order',
	fields: ['state'],
	domain: "[('state', '=', 'cancel')]",
	of: 'id',
};

export const CREDIT_NOTE_RULE: PushRule = {
	model: 'account.move',
	fields: ['state'],
	domain: "[('move_type', '=', 'out_refund'), ('state', '=', 'posted')]",
	of: 'id',
};

export const RETURN_RULE: PushRule = {
	model: 'stock.picking',
	fields: ['state'],
	domain: "[('state', '=', 'done'), ('location_id.usage', '=', 'customer')]",
	of: 'id',
};

/** @param tag name of the tag of sale orders */
export const tagRule = (tag: string): PushRule => ({
	model: 'sale.order',
	fields: ['tag_ids'],
	domain: `[('tag_ids.name', '=', '${tag}')]`,
	of: 'id',
});

/** The id in a push; undefined if it has none, and everything has to be read. */
export function pushedId({ of }: PushRule, body: unknown): number | undefined {
	const fields = (body ?? {}) as Record<string, unknown>;
	const id = of === 'id' ? (fields._id ?? fields.id) : fields[of];
	return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
