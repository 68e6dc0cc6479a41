import { IntegrationError } from '../core/errors';
import { withRetry, type CallContext } from '../core/retry';
import { newest, type StockUpdate } from '../core/stock-update';
import { askShop, type CallStamp, type ShopBackend } from './ask';
import { batches } from '../core/collections';

/** `stale`: the shop has a newer version of it. */
export type SentStatus = 'set' | 'stale' | 'unknown' | 'superseded';

export type SendResult = { status: SentStatus } | { error: unknown };

/** Figures in one call. */
export const STOCK_BATCH = 100;

const RETRY = { baseMs: 500, maxMs: 8_000, budgetMs: 60_000, attempts: 4 };
const STATUSES = new Set(['set', 'stale', 'unknown']);

/**
 * Tells the shop's backend what can be sold (`stock.set`, docs/shop-backend.md), 100 SKUs a call. Figures
 * are absolute and carry a version, so a call is repeated without harm when its answer is lost.
 *
 * @param stamp a new one for each call
 * @returns a result for each, in their order: a batch that fails stops no other
 */
export async function sendStock(
	backend: ShopBackend,
	updates: readonly StockUpdate[],
	stamp: () => CallStamp,
	context: CallContext,
): Promise<SendResult[]> {
	const kept = [...newest(updates, ({ sku }) => sku)];
	const results = new Map<StockUpdate, SendResult>();
	for (const batch of batches(kept, STOCK_BATCH)) {
		const ask = async () => await askShop(backend, 'stock.set', { stock: batch }, stamp());
		try {
			const statuses = readStatuses(await withRetry(context, RETRY, ask));
			for (const update of batch) {
				results.set(update, { status: statuses.get(update.sku) ?? 'set' });
			}
		} catch (error) {
			for (const update of batch) results.set(update, { error });
		}
	}
	return updates.map((update) => results.get(update) ?? { status: 'superseded' });
}

/** What the shop did not set; SKUs that it does not name are set. */
function readStatuses(answer: Record<string, unknown> | undefined): Map<string, SentStatus> {
	if (!answer) throw unsupported();
	const { stock = [] } = answer;
	if (!Array.isArray(stock)) throw unreadable();
	return new Map(
		stock.map((entry: unknown) => {
			const { sku, status } = (entry ?? {}) as Record<string, unknown>;
			if (typeof sku !== 'string' || !STATUSES.has(String(status))) throw unreadable();
			return [sku, status as SentStatus];
		}),
	);
}

const unsupported = () =>
	new IntegrationError({
		code: 'SHOP_STOCK_UNSUPPORTED',
		message: 'The shop backend does not know "stock.set" (404).',
		likelyCause: 'It answers for baskets only, or nothing answers at this address.',
		nextStep: 'Ask the operator of the shop to add stock.set as in docs/shop-backend.md.',
	});

const unreadable = () =>
	new IntegrationError({
		code: 'SHOP_STOCK_UNREADABLE',
		message: 'The answer of the shop backend to "stock.set" breaks the contract.',
		likelyCause: 'The shop backend was changed, or never followed the contract.',
		nextStep:
			'Compare it with docs/shop-backend.md: "stock" is a list of {"sku", "status"}, with status set, stale or unknown.',
	});
