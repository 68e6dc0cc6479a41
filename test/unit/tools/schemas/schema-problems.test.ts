import { schemaProblems } from '../../../../tools/schemas/schema-problems';

const ODOO = {
	type: 'object',
	properties: {
		name: { type: 'string' },
		days: { type: ['null', 'number'] },
		lines: {
			type: 'array',
			items: { type: 'object', properties: { sku: { type: 'string' } } },
		},
	},
};
const SCHEMA = { type: 'object', properties: { odoo: ODOO } };

it('agrees with an item that has fields of earlier nodes', () => {
	const odoo = { name: 'S1', days: null, lines: [{ sku: 'A' }, {}] };
	expect(schemaProblems({ odoo, mchid: '19' }, SCHEMA)).toEqual([]);
	expect(schemaProblems({}, SCHEMA)).toEqual([]);
});

it('names another type and a field that is not described', () => {
	const odoo = { name: 7, lines: [{ sku: 'A', price: 1 }] };
	expect(schemaProblems({ odoo }, SCHEMA)).toEqual([
		'$json.odoo.name is number, not string',
		'$json.odoo.lines[0].price is not described',
	]);
	expect(schemaProblems({ odoo: [] }, SCHEMA)).toEqual(['$json.odoo is array, not object']);
});

it('takes further fields where WeChat may add some', () => {
	const open = {
		...SCHEMA,
		properties: { odoo: { ...ODOO, additionalProperties: true as const } },
	};
	expect(schemaProblems({ odoo: { lines: [{ sku: 'A', price: 1 }], more: 1 } }, open)).toEqual([]);
});
