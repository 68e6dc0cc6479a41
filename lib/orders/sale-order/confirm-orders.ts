import { IntegrationError } from '../../core/errors';
import { searchRead } from '../../odoo/records';
import type { OdooTransport } from '../../odoo/client';
import { WITHOUT_LOG } from './load-context';

/**
 * Confirms orders, which creates and reserves their deliveries, all in one call. When Odoo refuses that,
 * those that somebody else has confirmed or cancelled meanwhile are left out, and the rest is halved
 * until the bad ones fail alone.
 *
 * @returns Odoo's words against the orders that it refused, by order id
 * @throws IntegrationError for whatever says nothing about the orders (no answer, a lost race, …)
 */
export async function confirmOrders(
	odoo: OdooTransport,
	ids: number[],
): Promise<Map<number, string>> {
	if (ids.length === 0) return new Map();
	const words = await refusal(odoo, ids);
	if (words === undefined) return new Map();
	if (ids.length === 1) return new Map(ids.map((id) => [id, words]));
	const rows = await searchRead(odoo, 'sale.order', [['id', 'in', ids]], ['state']);
	const open = rows.filter(({ state }) => state === 'draft' || state === 'sent');
	const openIds = new Set(open.map(({ id }) => id));
	const refused = new Map(ids.filter((id) => !openIds.has(id)).map((id) => [id, words] as const));
	const left = ids.filter((id) => openIds.has(id));
	const parts = left.length < ids.length ? [left] : halves(left);
	for (const part of parts) {
		for (const [id, why] of await confirmOrders(odoo, part)) refused.set(id, why);
	}
	return refused;
}

const halves = (ids: number[]): number[][] => {
	const middle = Math.ceil(ids.length / 2);
	return [ids.slice(0, middle), ids.slice(middle)];
};

async function refusal(odoo: OdooTransport, ids: number[]): Promise<string | undefined> {
	try {
		await odoo.call('sale.order', 'action_confirm', { ids, context: WITHOUT_LOG });
		return undefined;
	} catch (error) {
		const about = ['ODOO_VALIDATION', 'ODOO_SERVER_FAULT'];
		if (error instanceof IntegrationError && about.includes(error.code)) return error.message;
		return await Promise.reject(error);
	}
}
