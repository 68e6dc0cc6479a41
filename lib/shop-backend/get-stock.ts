import { batches } from '../core/collections';
import { IntegrationError } from '../core/errors';
import { withRetry, type CallContext } from '../core/retry';
import { askShop, type CallStamp, type ShopBackend } from './ask';
import { STOCK_BATCH } from './send-stock';

/** What the shop's backend offers of a SKU. */
export interface ShownStock {
	/** Whole units, as it was sent last. */
	quantity: number;
	/** Version of the quantity; absent if the shop keeps none. */
	version?: number;
}

const RETRY = { baseMs: 500, maxMs: 8_000, budgetMs: 60_000, attempts: 4 };

/**
 * Reads what the shop's backend offers now (`stock.get`, docs/shop-backend.md), 100 SKUs a call.
 *
 * @param stamp a new one for each call
 * @returns by SKU; SKUs that the shop does not know are missing
 * @throws IntegrationError `SHOP_STOCK_UNSUPPORTED`, `SHOP_STOCK_UNREADABLE`, `SHOP_…`, `HTTP_…`
 */
export async function getStock(
	backend: ShopBackend,
	skus: readonly string[],
	stamp: () => CallStamp,
	context: CallContext,
): Promise<Map<string, ShownStock>> {
	const shown = new Map<string, ShownStock>();
	for (const batch of batches([...new Set(skus)], STOCK_BATCH)) {
		const ask = async () => await askShop(backend, 'stock.get', { skus: batch }, stamp());
		for (const [sku, stock] of readStock(await withRetry(context, RETRY, ask))) {
			shown.set(sku, stock);
		}
	}
	return shown;
}

function readStock(answer: Record<string, unknown> | undefined): Array<[string, ShownStock]> {
	if (!answer) throw unsupported();
	if (!Array.isArray(answer.stock)) throw unreadable();
	return answer.stock.map((entry: unknown) => {
		const { sku, quantity, version } = (entry ?? {}) as Record<string, unknown>;
		if (typeof sku !== 'string' || !Number.isSafeInteger(quantity)) throw unreadable();
		const known = Number.isSafeInteger(version) ? { version: Number(version) } : {};
		return [sku, { quantity: Number(quantity), ...known }];
	});
}

const unsupported = () =>
	new IntegrationError({
		code: 'SHOP_STOCK_UNSUPPORTED',
		message: 'The shop backend does not know "stock.get" (404).',
		likelyCause: 'It implements only a part of the contract, or nothing answers at this address.',
		nextStep: 'Ask the operator of the shop to add stock.get as in docs/shop-backend.md.',
	});

const unreadable = () =>
	new IntegrationError({
		code: 'SHOP_STOCK_UNREADABLE',
		message: 'The answer of the shop backend to "stock.get" breaks the contract.',
		likelyCause: 'The shop backend was changed, or never followed the contract.',
		nextStep:
			'Compare it with docs/shop-backend.md: "stock" is a list of {"sku", "quantity", "version"}.',
	});
