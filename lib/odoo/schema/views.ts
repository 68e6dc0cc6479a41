import { escapeHtml } from '../../core/outside-text';
import type { OdooClient } from '../client';
import type { ManualModel } from './manual-model';

/** A view of a table, and the fields in it. */
export interface ModelView {
	type: string;
	arch: string;
	fields: string[];
}

export type ListTag = 'list' | 'tree';

/** The tag of lists in this Odoo: `list` from 18 on, `tree` before. */
export async function listTag(odoo: OdooClient): Promise<ListTag> {
	return await odoo.remember('tag of lists', async () => {
		const params = { allfields: ['type'], attributes: ['selection'] };
		const fields = await odoo.call('ir.ui.view', 'fields_get', { params });
		const { type } = fields as { type?: { selection?: Array<[string, string]> } };
		return type?.selection?.some(([value]) => value === 'list') ? 'list' : 'tree';
	});
}

/** The list, the form and the search view of a table. */
export function modelViews(table: ManualModel, tag: ListTag): ModelView[] {
	const { columns, order, editable } = table.list;
	const names = table.fields.map(({ name }) => name);
	const inPlace = editable ? ' editable="bottom" multi_edit="1"' : '';
	const labels = new Map<string, string>(table.fields.map(({ name, label }) => [name, label]));
	const groups = table.search.groupBy.map(
		(name) =>
			`<filter name="by_${name}" string="${escapeHtml(labels.get(name) ?? name)}" context="{'group_by': '${name}'}"/>`,
	);
	return [
		{
			type: tag,
			fields: columns,
			arch: `<${tag}${inPlace} default_order="${escapeHtml(order)}">${fieldTags(columns)}</${tag}>`,
		},
		{
			type: 'form',
			fields: names,
			arch: `<form><sheet><group>${fieldTags(names)}</group></sheet></form>`,
		},
		{
			type: 'search',
			fields: table.search.fields,
			arch: `<search>${fieldTags(table.search.fields)}<group>${groups.join('')}</group></search>`,
		},
	];
}

const fieldTags = (names: string[]): string =>
	names.map((name) => `<field name="${name}"/>`).join('');
