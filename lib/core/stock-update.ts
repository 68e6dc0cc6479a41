import { IntegrationError } from './errors';

/** What a SKU is to have, as of a moment. */
export interface StockUpdate {
	/** The merchant's own code of it: `sku_code` in WeChat Shop, `default_code` in Odoo. */
	sku: string;
	/** Sellable units: a whole number, at least 0. */
	quantity: number;
	/** Grows with each newer figure of the same SKU: what is older is dropped. */
	version: number;
	/** When the figure was true, ISO 8601. */
	as_of: string;
}

/** Sellable units: rounded down, at least 0. */
export const sellable = (quantity: number): number =>
	Number.isFinite(quantity) ? Math.max(0, Math.floor(quantity)) : 0;

/**
 * Reads an update. Without a version, `as_of` in milliseconds since 1970 is one; without both, the
 * moment of reading.
 *
 * @throws IntegrationError `STOCK_SKU_MISSING`, `STOCK_QUANTITY_INVALID`, `STOCK_AS_OF_INVALID` or
 * `STOCK_VERSION_INVALID`
 */
export function readStockUpdate(
	given: { sku: string; quantity: unknown; version?: unknown; asOf?: string },
	nowMs: number,
): StockUpdate {
	const sku = given.sku.trim();
	if (sku === '') throw wrong('STOCK_SKU_MISSING', 'no SKU', 'sku');
	const quantity = given.quantity === '' ? Number.NaN : Number(given.quantity ?? Number.NaN);
	if (!Number.isFinite(quantity)) {
		throw wrong('STOCK_QUANTITY_INVALID', 'no quantity that is a number', 'quantity');
	}
	const asOf = given.asOf ? Date.parse(given.asOf) : nowMs;
	if (Number.isNaN(asOf)) {
		throw wrong('STOCK_AS_OF_INVALID', 'an "as of" that is no time', 'as_of as ISO 8601');
	}
	const stated = given.version ?? '';
	const version = stated === '' ? asOf : Number(stated);
	if (!Number.isSafeInteger(version) || version < 0) {
		throw wrong('STOCK_VERSION_INVALID', 'a version that is no whole number', 'version');
	}
	return { sku, quantity: sellable(quantity), version, as_of: new Date(asOf).toISOString() };
}

/**
 * The newest update of each SKU. Of two with one version the later in the list counts.
 *
 * @param keyOf identifies the SKU
 */
export function newest<T extends Pick<StockUpdate, 'version'>>(
	updates: readonly T[],
	keyOf: (update: T) => string,
): Set<T> {
	const kept = new Map<string, T>();
	for (const update of updates) {
		const known = kept.get(keyOf(update));
		if (!known || update.version >= known.version) kept.set(keyOf(update), update);
	}
	return new Set(kept.values());
}

const wrong = (code: string, what: string, field: string) =>
	new IntegrationError({
		code,
		message: `The item has ${what}.`,
		likelyCause: 'An earlier node renamed or removed these fields.',
		nextStep: `Pass ${field} on from Odoo Stock, or set the field in the node.`,
	});
