import { IntegrationError } from '../core/errors';
import type { OdooClient } from '../odoo/client';
import { externalIdPart, findByExternalId } from '../odoo/external-ids';
import { CREATE_ONLY, loadRecords } from '../odoo/load';
import { odooError } from '../odoo/odoo-error';
import { escapeHtml } from '../core/html';
import { idOf, searchRead } from '../odoo/records';

/** Something a person has to do that belongs to no order. */
export interface ToDo {
	/** One to-do is made for a key, however often it is asked for, e.g. the id of an n8n execution. */
	key: string;
	/** One line. */
	summary: string;
	/** Text, not HTML; may have several lines. */
	note: string;
	/** What to open, e.g. the address of the execution; http or https. */
	address?: string;
	/** Database id of the user who is to do it; the user of the connection when absent. */
	userId?: number;
}

export interface CreatedToDo {
	/** Of the `mail.activity`; null on a dry run. */
	activity_id: number | null;
	/** False when the same key had one before. */
	created: boolean;
}

const FIELDS = [
	'id',
	'res_model_id/id',
	'res_id',
	'activity_type_id/id',
	'user_id/.id',
	'summary',
	'note',
];

/**
 * Puts an activity on the company's own contact, where the person finds it under Odoo's clock symbol.
 *
 * @param dryRun looks whether it is there, and makes none
 * @throws IntegrationError `TODO_INCOMPLETE` without key or summary, or with an address that is none
 * @throws IntegrationError `ODOO_VALIDATION` when Odoo refuses it
 */
export async function createToDo(
	odoo: OdooClient,
	toDo: ToDo,
	dryRun = false,
): Promise<CreatedToDo> {
	demandComplete(toDo);
	const externalId = `wechat_todo.${externalIdPart(toDo.key)}`;
	const known = await findByExternalId(odoo, externalId);
	if (known) return { activity_id: known.id, created: false };
	if (dryRun) return { activity_id: null, created: true };
	const user = await odoo.userId();
	const row = [
		externalId,
		'base.model_res_partner',
		String(await companyContact(odoo, user)),
		'mail.mail_activity_data_todo',
		String(toDo.userId ?? user),
		toDo.summary,
		noteHtml(toDo),
	];
	const records = [{ key: toDo.key, rows: [row] }];
	const { ids, refused } = await loadRecords(odoo, 'mail.activity', FIELDS, records, CREATE_ONLY);
	const words = refused.get(toDo.key);
	if (words !== undefined) {
		throw odooError({ exception: 'UserError', text: words }, 'mail.activity', 'load');
	}
	return { activity_id: ids.get(toDo.key) ?? null, created: true };
}

async function companyContact(odoo: OdooClient, user: number): Promise<number> {
	return await odoo.remember('contact of the company', async () => {
		const [row] = await searchRead(odoo, 'res.users', [['id', '=', user]], ['company_id']);
		const company = idOf(row?.company_id) ?? 0;
		const [own] = await searchRead(odoo, 'res.company', [['id', '=', company]], ['partner_id']);
		return idOf(own?.partner_id) ?? 0;
	});
}

function noteHtml({ note, address }: ToDo): string {
	const lines = escapeHtml(note).split(/\r?\n/).join('<br/>');
	const link = address ? `<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>` : '';
	return `<p>${lines}</p>${link}`;
}

function demandComplete({ key, summary, address }: ToDo): void {
	const missing = [
		...(key.trim() === '' ? ['a key'] : []),
		...(summary.trim() === '' ? ['a summary'] : []),
		...(address && !/^https?:\/\/\S+$/.test(address)
			? ['an address that begins with http:// or https://']
			: []),
	];
	if (missing.length === 0) return;
	throw new IntegrationError({
		code: 'TODO_INCOMPLETE',
		message: `A to-do needs ${missing.join(' and ')}.`,
		likelyCause: 'An expression in the node reads a field that the item does not have.',
		nextStep: 'Open the node in n8n, run it once and look at what its parameters come to.',
	});
}
