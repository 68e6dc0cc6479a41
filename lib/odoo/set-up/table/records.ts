import type { OdooClient } from '../../client';
import { findByExternalId } from '../../external-ids';
import { searchRead, type Domain } from '../../records';
import { ADMINISTRATOR, type Piece } from '../piece';
import { makeRecord, removeRecord } from '../record-piece';
import { allExist } from './exists';
import { fieldValues } from './field-values';
import { partId, type OwnTable, type TableField } from './table';

const modelId = (table: OwnTable) => partId(table, 'model');
const fieldId = (table: OwnTable, { name }: TableField) => partId(table, `field_${name}`);

/** The table itself with its columns, empty at first. */
export const recordsPiece = (table: OwnTable, deleteRecords: boolean): Piece => ({
	name: `Table ${table.name}`,
	purpose: table.purpose,
	model: 'ir.model',
	operation: 'create',
	right: ADMINISTRATOR,
	find: async (odoo) =>
		(await allExist(odoo, [modelId(table)])) && (await missingFields(odoo, table)).length === 0,
	async make(odoo) {
		if (!(await allExist(odoo, [modelId(table)]))) await makeModel(odoo, table);
		const model = await findByExternalId(odoo, modelId(table));
		const known = await odoo.fields('ir.model.fields');
		for (const field of currenciesFirst(await missingFields(odoo, table))) {
			await makeRecord(odoo, 'ir.model.fields', fieldId(table, field), {
				...fieldValues(field, known),
				'model_id/.id': String(model?.id ?? 0),
			});
		}
		for (const field of table.fields) await makeDefault(odoo, table, field);
	},
	kept: 'It is kept with its records. Remove it with Delete Tables With Their Records.',
	...(deleteRecords && {
		remove: async (odoo: OdooClient) => {
			await removeRecord(odoo, modelId(table));
			await forgetFields(odoo, table);
		},
	}),
});

/** The database deletes the columns with their table, but not their external ids. */
async function forgetFields(odoo: OdooClient, { model }: OwnTable): Promise<void> {
	const [module, name] = partId({ model }, 'field_').split('.');
	const domain: Domain = [
		['module', '=', module],
		['name', '=like', `${name}%`],
	];
	const ids = (await searchRead(odoo, 'ir.model.data', domain, ['name'])).map(({ id }) => id);
	if (ids.length > 0) await odoo.call('ir.model.data', 'unlink', { ids });
}

/** Asked anew each time: what a connection remembers of its fields is older than this set-up. */
async function missingFields(odoo: OdooClient, table: OwnTable): Promise<TableField[]> {
	const params = { attributes: ['type'] };
	const known = (await odoo.call(table.model, 'fields_get', { params })) as object;
	return table.fields.filter(({ name }) => !(name in known));
}

/** Every new table has an `x_name`: made together, it has our label and our external id. */
async function makeModel(odoo: OdooClient, table: OwnTable): Promise<void> {
	const [name] = table.fields;
	const columns = Object.entries(fieldValues(name, await odoo.fields('ir.model.fields')));
	await makeRecord(odoo, 'ir.model', modelId(table), {
		name: table.name,
		model: table.model,
		'field_id/id': fieldId(table, name),
		...Object.fromEntries(columns.map(([column, value]) => [`field_id/${column}`, value])),
	});
}

/** An amount can only be made once its currency is there. */
const currenciesFirst = (fields: TableField[]): TableField[] => [
	...fields.filter(({ type }) => type !== 'monetary'),
	...fields.filter(({ type }) => type === 'monetary'),
];

async function makeDefault(odoo: OdooClient, table: OwnTable, field: TableField): Promise<void> {
	if (field.default === undefined) return;
	const made = await findByExternalId(odoo, fieldId(table, field));
	await makeRecord(odoo, 'ir.default', partId(table, `default_${field.name}`), {
		'field_id/.id': String(made?.id ?? 0),
		json_value: JSON.stringify(field.default),
	});
}
