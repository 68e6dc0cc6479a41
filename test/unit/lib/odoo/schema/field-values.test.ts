import { fieldValues } from '../../../../../lib/odoo/schema/field-values';

const NEWER = new Set(['currency_field']);

it('writes a column as Odoo takes it', () => {
	expect(fieldValues({ name: 'x_name', label: 'Name', type: 'char' }, NEWER)).toEqual({
		...{ name: 'x_name', field_description: 'Name', ttype: 'char', state: 'manual' },
	});
	expect(
		fieldValues(
			{
				...{ name: 'x_order', label: 'Order', type: 'many2one', relation: 'sale.order' },
				...{ required: true, index: true, help: 'Which' },
			},
			NEWER,
		),
	).toMatchObject({
		...{ relation: 'sale.order', on_delete: 'restrict', required: '1', index: '1', help: 'Which' },
	});
	expect(
		fieldValues({ name: 'x_uom', label: 'Unit', type: 'many2one', relation: 'uom.uom' }, NEWER),
	).toMatchObject({ on_delete: 'set null' });
});

it('writes choices as a literal of Python', () => {
	const choices: Array<[string, string]> = [
		['a', 'It\'s "A"'],
		['b', 'B'],
	];
	const { selection } = fieldValues(
		{ name: 'x_leg', label: 'Leg', type: 'selection', choices },
		NEWER,
	);
	expect(selection).toBe('[("a", "It\'s \\"A\\""), ("b", "B")]');
});

it('makes an amount a number where Odoo cannot name its currency', () => {
	const amount = { name: 'x_amount', label: 'Amount', type: 'monetary' } as const;
	const own = { ...amount, currencyField: 'x_currency_id' } as const;
	const other = { ...amount, currencyField: 'x_other_id' } as const;
	const typeOf = (values: Record<string, string>) => [values.ttype, values.currency_field];
	expect(typeOf(fieldValues(own, NEWER))).toEqual(['monetary', 'x_currency_id']);
	expect(typeOf(fieldValues(other, NEWER))).toEqual(['monetary', 'x_other_id']);
	expect(typeOf(fieldValues(own, new Set()))).toEqual(['monetary', undefined]);
	expect(typeOf(fieldValues(other, new Set()))).toEqual(['float', undefined]);
});
