/** What Odoo is to push, as an automation rule of it. */
export interface PushRule {
	model: string;
	/** A change of any of these fields is pushed, and every new record. */
	fields: string[];
	/** Which records, as Odoo's forms have it: Python's notation. */
	domain: string;
	/** The field of the record, in the push, that names what has changed; `id` for the record itself. */
	of: string;
}

/** Stock records in the company's own places: what is on hand and what is reserved of it. */
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

/** The id that a push names; undefined where it names none, and everything has to be looked through. */
export function pushedId({ of }: PushRule, body: unknown): number | undefined {
	const fields = (body ?? {}) as Record<string, unknown>;
	const id = of === 'id' ? (fields._id ?? fields.id) : fields[of];
	return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
