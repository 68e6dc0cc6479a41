import { IntegrationError } from '../core/errors';
import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, textOf, type OdooRow } from '../odoo/records';

/** The model of helpdesk tickets in Odoo Enterprise, and in the community's helpdesk. */
export const TICKET_MODEL = 'helpdesk.ticket';

/** A model of tickets, with the fields that it has. */
export interface TicketModel {
	model: string;
	name: string;
	description?: string;
	partner?: string;
	order?: string;
	stage?: string;
	/** Model of the stages, and the field that says that tickets in a stage are closed. */
	stages?: { model: string; closed: string };
	/** When a ticket came to its stage. */
	stageSince?: string;
}

interface Field {
	type: string;
	relation?: string;
}
type Fields = Record<string, Field>;

/**
 * The model of tickets, if the database has it and it can be used: it has a name and a chatter. A model that a person
 * made has the prefix `x_` before its fields.
 *
 * @param model empty: none
 */
export async function ticketModel(
	odoo: OdooClient,
	model: string,
): Promise<TicketModel | undefined> {
	if (model === '') return undefined;
	return await odoo.remember(`tickets of ${model}`, async () => {
		const fields = await fieldsOrNone(odoo, model);
		if (!fields?.message_ids || !fields.activity_ids) return undefined;
		const found = (...names: string[]) =>
			names.flatMap((name) => [name, `x_${name}`]).find((name) => fields[name]);
		const name = found('name');
		if (!name) return undefined;
		const stage = found('stage_id');
		const stages = stage && fields[stage]?.relation;
		const closed = stages ? await closedField(odoo, stages) : undefined;
		const [description, partner] = [found('description'), found('partner_id')];
		const order = found('sale_order_id');
		const stageSince = found('date_last_stage_update', 'last_stage_update');
		return {
			...{ model, name },
			...(description && { description }),
			...(partner && { partner }),
			...(order && { order }),
			...(stage && { stage }),
			...(stages && closed && { stages: { model: stages, closed } }),
			...(stageSince && { stageSince }),
		};
	});
}

async function closedField(odoo: OdooClient, stages: string): Promise<string | undefined> {
	const fields = await fieldsOrNone(odoo, stages);
	const names = ['is_close', 'closed', 'fold'].flatMap((name) => [name, `x_${name}`]);
	return names.find((name) => fields?.[name]?.type === 'boolean');
}

/** Undefined if the database has no such model, or hides it from the user. */
async function fieldsOrNone(odoo: OdooClient, model: string): Promise<Fields | undefined> {
	const params = { attributes: ['type', 'relation'] };
	return await odoo
		.call(model, 'fields_get', { params })
		.then((fields) => fields as Fields)
		.catch((error: unknown) => {
			if (error instanceof IntegrationError && !error.retryable) return undefined;
			throw error;
		});
}

/** Tickets that are in a closing stage, with a key that changes when they come to one again. */
export async function closedTickets(
	odoo: OdooClient,
	{ model, stage, stages, stageSince }: TicketModel,
	ids: number[],
): Promise<Map<number, string>> {
	if (!stage || !stages || ids.length === 0) return new Map();
	const fields = [stage, ...(stageSince ? [stageSince] : [])];
	const rows = await searchRead(odoo, model, [['id', 'in', ids]], fields, { archived: true });
	const closing = await searchRead(odoo, stages.model, [[stages.closed, '=', true]], []);
	const closed = new Set(closing.map(({ id }) => id));
	const keyOf = (row: OdooRow) =>
		`stage${idOf(row[stage])}_${textOf(row[stageSince ?? '']).replace(/\D/g, '')}`;
	return new Map(
		rows
			.filter((row) => closed.has(idOf(row[stage]) ?? 0))
			.map((row) => [row.id, keyOf(row)] as const),
	);
}
