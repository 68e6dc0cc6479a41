/** One Odoo product of a WeChat line: a line of several products, or of two prices, becomes several. */
export interface MappedLine {
	sku: string;
	/** Pieces, in the product's own unit of measure. */
	quantity: number;
	/** Fen a piece; the lines of a WeChat line add up to what was paid for it. */
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
	| 'missing_product'
	| 'wrong_company'
	| 'expired'
	| 'not_yet_valid'
	| 'incomplete'
	| 'bad_row'
	| 'unit_of_measure'
	| 'price';

/** Why something was not translated. */
export interface Refusal {
	reason: UnmappedReason;
	/** The reason as a sentence that tells a person what to do. */
	message: string;
}

/** What may have been meant by a SKU. For a person to decide on: never applied by itself. */
export interface Suggestion {
	/** A SKU of the table, where it is that. */
	sku?: string;
	/** A product of Odoo, where it is that. */
	product_id?: number;
	/** What it is called, for people. */
	name: string;
	/** Why it is suggested, e.g. `differs in upper and lower case only`. */
	because: string;
}

/** A line that was not translated, never guessed at. */
export interface UnmappedLine extends Refusal {
	sku: string;
	quantity: number;
	unit_price_fen?: number;
	suggestions?: Suggestion[];
}

/** What SKU Map adds to an item. One unmapped line makes the whole order unmapped. */
export interface Mapping {
	status: 'mapped' | 'unmapped';
	/** Where the order is unmapped, those of its lines that would have been mapped; not to be used alone. */
	lines: MappedLine[];
	unmapped: UnmappedLine[];
}
