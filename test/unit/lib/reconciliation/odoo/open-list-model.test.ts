import {
	OPEN_LIST_COLUMNS,
	OPEN_LIST_MODEL,
} from '../../../../../lib/reconciliation/odoo/open-list-model';

it('has a column for each field of an entry', () => {
	const names = OPEN_LIST_MODEL.fields.map(({ name }) => name);
	expect(Object.values(OPEN_LIST_COLUMNS).sort()).toEqual(
		names.filter((name) => name !== 'x_name').sort(),
	);
});
