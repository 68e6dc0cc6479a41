/** One column of a table. */
export interface ManualField {
	/** Odoo requires the prefix `x_` for fields without a module. `x_name` is the name of a record. */
	name: `x_${string}`;
	label: string;
	/** The tooltip of the label. */
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
	/** The model of a `many2one`, e.g. `product.product`. */
	relation?: string;
	/** The options of a `selection`: value and label. */
	choices?: Array<[value: string, label: string]>;
	/**
	 * The field with the currency of a `monetary` one. Before Odoo 16 it can only be `x_currency_id`;
	 * with another one the amount becomes a plain number there.
	 */
	currencyField?: `x_${string}`;
	required?: boolean;
	/** Whether people search by it. */
	index?: boolean;
	/** The value of new records. Without it, Odoo hides records with `x_active`. */
	default?: string | number | boolean;
}

/** A table that set-up makes in Odoo without a module. People edit it in Odoo. */
export interface ManualModel {
	/** Its technical name. */
	model: `x_${string}`;
	/** For people, in the plural: the menu's name too. */
	name: string;
	/** What it does, as a sentence. */
	purpose: string;
	/** `x_name` first. */
	fields: [ManualField & { name: 'x_name' }, ...ManualField[]];
	/** Names of the fields that the list shows, and its order. */
	list: { columns: string[]; order: string; editable?: boolean };
	/** Names of the fields to search by, and to group by. */
	search: { fields: string[]; groupBy: string[] };
	/** Groups by external id; other users have no access. `append`: read and create, never change. */
	access: Array<{ group: string; may: 'read' | 'append' | 'change' }>;
	/** External id of the parent menu. */
	parentMenu: string;
}
