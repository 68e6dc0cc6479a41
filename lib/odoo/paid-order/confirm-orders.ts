import { IntegrationError } from '../../errors';
import type { OdooTransport } from '../transport/transport';

/**
 * Confirms orders, which creates and reserves their deliveries: all in one call, and one by one
 * when Odoo refuses that, so that a bad order fails alone.
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
	const [only, ...others] = ids;
	if (only !== undefined && others.length === 0) return new Map([[only, words]]);
	const refused = new Map<number, string>();
	for (const id of ids) {
		const alone = await refusal(odoo, [id]);
		if (alone !== undefined) refused.set(id, alone);
	}
	return refused;
}

async function refusal(odoo: OdooTransport, ids: number[]): Promise<string | undefined> {
	try {
		await odoo.call('sale.order', 'action_confirm', { ids });
		return undefined;
	} catch (error) {
		const about = ['ODOO_VALIDATION', 'ODOO_SERVER_FAULT'];
		if (error instanceof IntegrationError && about.includes(error.code)) return error.message;
		return await Promise.reject(error);
	}
}
