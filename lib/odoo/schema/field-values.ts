import type { ManualField } from './manual-model';

/**
 * The values of `ir.model.fields` for a column.
 *
 * @param known the fields of `ir.model.fields` in this version
 */
export function fieldValues(
	field: ManualField,
	known: ReadonlySet<string>,
): Record<string, string> {
	const { name, label, help, relation, choices, currencyField, required, index } = field;
	const type = typeIn(field, known);
	return {
		name,
		field_description: label,
		ttype: type,
		state: 'manual',
		...(help && { help }),
		...(required && { required: '1' }),
		...(index && { index: '1' }),
		...(relation && { relation, on_delete: required ? 'restrict' : 'set null' }),
		...(choices && { selection: asPython(choices) }),
		...(type === 'monetary' &&
			currencyField &&
			known.has('currency_field') && { currency_field: currencyField }),
	};
}

function typeIn({ type, currencyField }: ManualField, known: ReadonlySet<string>): string {
	const unusable = !known.has('currency_field') && currencyField !== 'x_currency_id';
	return type === 'monetary' && unusable ? 'float' : type;
}

/** Odoo parses the choices as a Python literal. */
const asPython = (choices: Array<[string, string]>): string =>
	`[${choices.map(([value, label]) => `(${JSON.stringify(value)}, ${JSON.stringify(label)})`).join(', ')}]`;
