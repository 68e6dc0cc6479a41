import type { OdooClient } from '../client';
import { allExist, findByExternalId } from '../external-ids';
import { CREATE_ONLY, loadAll } from '../load';
import { searchRead, type Domain, setUpId } from '../records';
import { ADMINISTRATOR } from '../rights';
import type { SetupStep } from './setup-step';
import { makeRecords, removeRecords } from './make-records';
import { fieldValues } from './field-values';
import type { ManualModel, ManualField } from './manual-model';

const modelId = (table: ManualModel) => setUpId(table.model, 'model');
const fieldId = (table: ManualModel, { name }: ManualField) =>
	setUpId(table.model, `field_${name}`);

/** The table with its columns. */
export const modelStep = (table: ManualModel, deleteRecords: boolean): SetupStep => ({
	name: `Table ${table.name}`,
	purpose: table.purpose,
	model: 'ir.model',
	operation: 'create',
	right: ADMINISTRATOR,
	find: async (odoo) =>
		(await allExist(odoo, [modelId(table)])) &&
		(await missingFields(odoo, table)).length === 0 &&
		(await missingChoices(odoo, table)).length === 0,
	async make(odoo) {
		if (!(await allExist(odoo, [modelId(table)]))) await makeModel(odoo, table);
		else {
			await makeFields(odoo, table, await missingFields(odoo, table));
			await makeChoices(odoo, table);
		}
		await makeDefaults(odoo, table);
	},
	kept: 'It is kept with its records. Turn on Delete Tables With Their Records to remove it.',
	...(deleteRecords && {
		remove: async (odoo: OdooClient) => {
			await removeRecords(odoo, [modelId(table)]);
			await forgetFields(odoo, table);
		},
	}),
});

/** Deleting the table deletes its columns, but not their external ids. */
async function forgetFields(odoo: OdooClient, { model }: ManualModel): Promise<void> {
	const [module, name] = setUpId(model, 'field_').split('.');
	const domain: Domain = [
		['module', '=', module],
		['name', '=like', `${name}%`],
	];
	const ids = (await searchRead(odoo, 'ir.model.data', domain, ['name'])).map(({ id }) => id);
	if (ids.length > 0) await odoo.call('ir.model.data', 'unlink', { ids });
}

/** Never from the connection's list of fields, which may be older than this set-up. */
async function missingFields(odoo: OdooClient, table: ManualModel): Promise<ManualField[]> {
	const params = { attributes: ['type'] };
	const known = (await odoo.call(table.model, 'fields_get', { params })) as object;
	return table.fields.filter(({ name }) => !(name in known));
}

/** Columns whose list of choices is older than the table's. */
async function missingChoices(odoo: OdooClient, table: ManualModel): Promise<ManualField[]> {
	const params = { attributes: ['selection'] };
	const known = (await odoo.call(table.model, 'fields_get', { params })) as Partial<
		Record<string, { selection?: Array<[string, string]> }>
	>;
	return table.fields.filter(({ name, choices = [] }) => {
		const values = known[name]?.selection?.map(([value]) => value);
		return values && choices.some(([value]) => !values.includes(value));
	});
}

async function makeChoices(odoo: OdooClient, table: ManualModel): Promise<void> {
	for (const field of await missingChoices(odoo, table)) {
		const own: Domain = [
			['model', '=', table.model],
			['name', '=', field.name],
		];
		const ids = (await searchRead(odoo, 'ir.model.fields', own, ['name'])).map(({ id }) => id);
		const { selection } = fieldValues(field, await odoo.fields('ir.model.fields'));
		await odoo.call('ir.model.fields', 'write', { ids, params: { vals: { selection } } });
	}
}

/** Creates a table and its columns in one call, because Odoo reloads its models after each call. */
async function makeModel(odoo: OdooClient, table: ManualModel): Promise<void> {
	const known = await odoo.fields('ir.model.fields');
	const columns = currenciesFirst(table.fields).map((field) => ({
		id: fieldId(table, field),
		...fieldValues(field, known),
	}));
	const names = [...new Set(columns.flatMap((column) => Object.keys(column)))];
	const rows = columns.map((column: Record<string, string>, index) => [
		...(index === 0 ? [modelId(table), table.name, table.model] : ['', '', '']),
		...names.map((name) => column[name] ?? ''),
	]);
	const fields = ['id', 'name', 'model', ...names.map((name) => `field_id/${name}`)];
	const record = { key: table.model, rows };
	await loadAll(odoo, 'ir.model', fields, [record], CREATE_ONLY);
}

/** Creates columns that a new version of a table added, or that somebody deleted. */
async function makeFields(
	odoo: OdooClient,
	table: ManualModel,
	fields: ManualField[],
): Promise<void> {
	const known = await odoo.fields('ir.model.fields');
	const model = await findByExternalId(odoo, modelId(table));
	const records = currenciesFirst(fields).map((field) => ({
		externalId: fieldId(table, field),
		values: { ...fieldValues(field, known), 'model_id/.id': String(model?.id ?? 0) },
	}));
	await makeRecords(odoo, 'ir.model.fields', records);
}

/** An amount refers to its currency, which has to exist. */
const currenciesFirst = (fields: ManualField[]): ManualField[] => [
	...fields.filter(({ type }) => type !== 'monetary'),
	...fields.filter(({ type }) => type === 'monetary'),
];

async function makeDefaults(odoo: OdooClient, table: ManualModel): Promise<void> {
	const records = table.fields
		.filter((field) => field.default !== undefined)
		.map((field) => ({
			externalId: setUpId(table.model, `default_${field.name}`),
			values: {
				'field_id/id': fieldId(table, field),
				json_value: JSON.stringify(field.default),
			},
		}));
	await makeRecords(odoo, 'ir.default', records);
}
