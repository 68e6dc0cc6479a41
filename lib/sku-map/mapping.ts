/** One Odoo product of a WeChat line: a line of several products, or of two prices, becomes several. */
export interface MappedLine {
	sku: string;
	/** In the product's own unit of measure. */
	quantity: number;
	/** Fen a unit; the lines of a WeChat line add up to the amount paid for it. */
	unit_price_fen?: number;
	/** Database id of the `product.product`. */
	product_id: number;
	default_code?: string;
	product_name: string;
}

export type UnmappedReason =
	| 'no_lines'
	| 'unreadable'
	| 'unknown'
	| 'ambiguous'
	| 'archived'
	| 'not_for_sale'
	| 'combo'
	| 'missing_product'
	| 'wrong_company'
	| 'expired'
	| 'not_yet_valid'
	| 'incomplete'
	| 'bad_row'
	| 'unit_of_measure'
	| 'price';

/** Why something was not mapped. */
export interface Refusal {
	reason: UnmappedReason;
	/** The reason and what to do, for a person. */
	message: string;
}

/** What a SKU may mean. A person decides; it is never applied. */
export interface Suggestion {
	/** A SKU of the table. */
	sku?: string;
	/** A product of Odoo. */
	product_id?: number;
	/** Its name, for people. */
	name: string;
	/** Why it is suggested, e.g. `differs in upper and lower case only`. */
	because: string;
}

/** A line that was not mapped. */
export interface UnmappedLine extends Refusal {
	sku: string;
	quantity: number;
	unit_price_fen?: number;
	suggestions?: Suggestion[];
}

/** What SKU Map adds to an item. One unmapped line makes the whole order unmapped. */
export interface Mapping {
	status: 'mapped' | 'unmapped';
	/** In an unmapped order, the lines that could be mapped: incomplete. */
	lines: MappedLine[];
	unmapped: UnmappedLine[];
}
