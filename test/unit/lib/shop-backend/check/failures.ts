import { checkShopBackend } from '../../../../../lib/shop-backend/check/check-shop-backend';
import type { Target } from '../../../../../lib/shop-backend/check/backend';
import { ORDER, SECRET, SKU, startBackend, type Parts } from './wrong-backends';

/** The names of the checks that a backend fails. */
export async function failuresAt(target: Omit<Target, 'limitMs'>): Promise<string[]> {
	const results = await checkShopBackend({ ...target, limitMs: 300 }, Date.now);
	return results.flatMap(({ name, outcome }) => (outcome.status === 'failed' ? [name] : []));
}

/** The names of the checks that a backend with these parts fails. */
export async function failuresOf(parts: Partial<Parts> = {}): Promise<string[]> {
	const { url, stop } = await startBackend(parts);
	const data = { orderNumber: ORDER, paidFen: 20_800, sku: SKU };
	return await failuresAt({ url, secret: SECRET, ...data }).finally(stop);
}
