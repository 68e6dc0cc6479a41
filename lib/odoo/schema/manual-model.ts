/** One column of a table. */
export interface ManualField {
	/** Odoo demands the prefix of fields that no module brings. `x_name` is what a record is called. */
	name: `x_${string}`;
	label: string;
	/** Shown when a person points at the label. */
	help?: string;
	type:
		| 'char'
		| 'text'
		| 'integer'
		| 'float'
		| 'boolean'
		| 'date'
		| 'datetime'
		| 'many2one'
		| 'monetary'
		| 'selection';
	/** Where a `many2one` leads, e.g. `product.product`. */
	relation?: string;
	/** What can be chosen in a `selection`: value and label. */
	choices?: Array<[value: string, label: string]>;
	/**
	 * The field with the currency of a `monetary` one. Before Odoo 16 it can only be `x_currency_id`;
	 * with another one the amount becomes a plain number there.
	 */
	currencyField?: `x_${string}`;
	required?: boolean;
	/** To be searched by. */
	index?: boolean;
	/** What new records have. Without it, Odoo hides records with `x_active`. */
	default?: string | number | boolean;
}

/** A table that lives in Odoo as data, without a module: people keep it in Odoo's own screens. */
export interface ManualModel {
	/** Its technical name. */
	model: `x_${string}`;
	/** For people, in the plural: the menu's name too. */
	name: string;
	/** What it is good for, as a sentence. */
	purpose: string;
	/** `x_name` first. */
	fields: [ManualField & { name: 'x_name' }, ...ManualField[]];
	/** Names of the fields that the list shows, and its order. */
	list: { columns: string[]; order: string; editable?: boolean };
	/** Names of the fields to search by, and to group by. */
	search: { fields: string[]; groupBy: string[] };
	/** Groups by external id; all others see nothing of it. `append`: to read and to add, never to change. */
	access: Array<{ group: string; may: 'read' | 'append' | 'change' }>;
	/** External id of the menu that it stands under. */
	parentMenu: string;
}
