/** A WeChat line translated to one Odoo product. */
export interface MappedLine {
	sku: string;
	quantity: number;
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
	| 'missing_product';

/** A line that was not translated, never guessed at. */
export interface UnmappedLine {
	sku: string;
	quantity: number;
	unit_price_fen?: number;
	reason: UnmappedReason;
	/** The reason as a sentence that tells a person what to do. */
	message: string;
}

/** What SKU Map adds to an item. One unmapped line makes the whole order unmapped. */
export interface Mapping {
	status: 'mapped' | 'unmapped';
	lines: MappedLine[];
	unmapped: UnmappedLine[];
}
