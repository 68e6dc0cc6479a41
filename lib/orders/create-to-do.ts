import { ownCompanyContact, externalIdPart } from '../odoo/records';
import { IntegrationError } from '../core/errors';
import type { OdooClient } from '../odoo/client';
import { findByExternalId } from '../odoo/external-ids';
import { CREATE_ONLY } from '../odoo/load';
import { createActivities } from './sale-order/chatter';
import { escapeHtml } from '../core/outside-text';

/** A task for a person that does not belong to an order. */
export interface ToDo {
	/** A key has one to-do, no matter how often it is requested, e.g. the id of an n8n execution. */
	key: string;
	/** One line. */
	summary: string;
	/** Plain text; may have several lines. */
	note: string;
	/** Link, e.g. to the execution; http or https. */
	address?: string;
	/** Database id of the assigned user; absent: the user of the connection. */
	userId?: number;
	/** `yyyy-MM-dd`; absent: today. */
	due?: string;
}

export interface CreatedToDo {
	/** Of the `mail.activity`; null in a preview. */
	activity_id: number | null;
	/** False if the key already had one. */
	created: boolean;
}

/**
 * Creates an activity on the contact of the company. The user finds it under the clock icon in Odoo.
 *
 * @param dryRun only check whether it exists
 * @throws IntegrationError `TODO_INCOMPLETE` without key or summary, or with an invalid address
 * @throws IntegrationError `ODOO_VALIDATION` if Odoo rejects it
 */
export async function createToDo(
	odoo: OdooClient,
	toDo: ToDo,
	dryRun = false,
): Promise<CreatedToDo> {
	demandComplete(toDo);
	const externalId = toDoId(toDo.key);
	const known = await findByExternalId(odoo, externalId);
	if (known) return { activity_id: known.id, created: false };
	if (dryRun) return { activity_id: null, created: true };
	const user = await odoo.userId();
	const activity = {
		externalId,
		modelId: 'base.model_res_partner',
		recordId: await ownCompanyContact(odoo),
		userId: toDo.userId ?? user,
		summary: toDo.summary,
		noteHtml: noteHtml(toDo),
		...(toDo.due && { due: toDo.due }),
	};
	const ids = await createActivities(odoo, [activity], CREATE_ONLY);
	return { activity_id: ids.get(externalId) ?? null, created: true };
}

/** External id of the activity of a key. */
export const toDoId = (key: string): string => `wechat_todo.${externalIdPart(key)}`;

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
			? ['an address that starts with http:// or https://']
			: []),
	];
	if (missing.length === 0) return;
	throw new IntegrationError({
		code: 'TODO_INCOMPLETE',
		message: `A to-do needs ${missing.join(' and ')}.`,
		likelyCause: 'An expression in the node reads a field that the item does not have.',
		nextStep: 'Open the node in n8n, run it once and check the values of its parameters.',
	});
}
