import { withParameters } from '../../../support/parameters';
import { readGivenRows } from '../../../../../../nodes/SkuMap/shared/table/read';

const input = (items?: object[]) => ({
	getExecuteData: () => ({ data: { main: [[], items] } }) as never,
	getInputData: () => (items ?? []).map((json) => ({ json })) as never,
});

it('reads the rows of the node, of its CSV or of the second input', () => {
	const rows = [{ sku: 'A', product: 'TEE' }];
	const places = {
		inline: withParameters({ 'rows.row': rows }),
		csv: withParameters({ csv: 'sku,product\nA,TEE' }),
		items: withParameters({}, input(rows)),
	};
	for (const [place, context] of Object.entries(places)) {
		const table = readGivenRows(context, place);
		expect([...table.rows.keys()]).toEqual(['A']);
		expect(table).toMatchObject({ productName: 'defaultCode', externalIds: false });
		expect(table.whereToAdd).not.toBe('');
	}
});

it('does not take an empty sheet for a table', () => {
	for (const items of [undefined, []])
		expect(() => readGivenRows(withParameters({}, input(items)), 'items')).toThrow(
			expect.objectContaining({ code: 'SKU_TABLE_EMPTY' }),
		);
});
