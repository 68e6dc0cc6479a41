import type { HttpCallContext } from '../../core/http';
import { IntegrationError } from '../../core/errors';
import type { KeyedQueue } from '../../core/keyed-queue';
import { askWechatApi, type OpenApiAccount } from '../call';
import type { Pace } from '../pace';
import { apiRefusal } from '../answer';
import { stockDifference } from './difference';
import { readStock, skuKey, type ShopSku, type ShopStock } from './read-stock';
import type { StockUpdate } from '../../core/stock-update';

export interface ShopStockUpdate extends StockUpdate, ShopSku {}

export type StockStatus =
	| 'set'
	| 'unchanged'
	| 'would_set'
	| 'superseded'
	| 'later'
	| 'unknown_sku';

/** How it went; becomes the item's `stock`. */
export interface StockOutcome {
	status: StockStatus;
	product_id?: string;
	sku_id?: string;
	/** Units before, as last read. */
	before?: number;
	/** Units wanted: a whole number, at least 0. */
	quantity?: number;
	/** Why nothing was written. */
	message?: string;
}

export interface WriteOptions {
	dryRun: boolean;
	pace: Pace;
	/** Two writers who read the same figure would both write the difference: one at a time. */
	queue: KeyedQueue;
	/** The newest version of each SKU that anybody in this process wants to write, by `skuKey`. */
	newestVersions: Map<string, number>;
}

const NO_DIFFERENCE = 10020218;
const NOT_ENOUGH = 10020219;
const LATER: Record<number, string | undefined> = {
	10020112: 'WeChat accepts no further changes to this SKU for a while.',
	10020217: 'A changed version of the product is in review.',
};
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 1_000;

/**
 * Sets the stock of one SKU: reads, and writes the difference. After a lost answer it reads again
 * before it writes again, because relative writes that are repeated blindly count twice.
 *
 * @throws IntegrationError `STOCK_UNCERTAIN`, `STOCK_SKU_GONE`, or WeChat's refusal
 */
export async function writeStock(
	account: OpenApiAccount,
	update: ShopStockUpdate,
	{ dryRun, pace, queue, newestVersions }: WriteOptions,
	context: HttpCallContext,
): Promise<StockOutcome> {
	const key = skuKey(update);
	const { product_id, sku_id, quantity } = update;
	noteVersion(newestVersions, update);
	const outcome = (status: StockStatus, before?: number, message?: string): StockOutcome => ({
		status,
		product_id,
		sku_id,
		quantity,
		...(before === undefined ? {} : { before }),
		...(message === undefined ? {} : { message }),
	});
	return await queue(key, async () => {
		let doubt: IntegrationError | undefined;
		let last: IntegrationError | undefined;
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			if (!dryRun) await pace.turn(key);
			if ((newestVersions.get(key) ?? 0) > update.version) return outcome('superseded');
			const before = await stockNow(account, update, context);
			const difference = stockDifference(before, quantity);
			if (!difference) return outcome(doubt ? 'set' : 'unchanged', before);
			if (dryRun) return outcome('would_set', before);
			const answer = await write(account, { product_id, sku_id, ...difference }, context);
			if (!(answer instanceof IntegrationError)) {
				if (answer.errcode === 0) return outcome('set', before);
				if (answer.errcode === NO_DIFFERENCE) return outcome('unchanged', before);
				const later = LATER[answer.errcode];
				if (later) return outcome('later', before, later);
				// Sold meanwhile: what is there now decides.
				if (answer.errcode !== NOT_ENOUGH) throw apiRefusal(answer);
			}
			if (answer instanceof IntegrationError) doubt = answer;
			last = answer instanceof IntegrationError ? answer : apiRefusal(answer);
			// A write whose answer was lost may still be on its way.
			await context.sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
		}
		throw uncertain(last);
	});
}

/** Lets older figures of the SKU give way, those that are waiting and those that come later. */
export function noteVersion(newestVersions: Map<string, number>, update: ShopStockUpdate): void {
	const key = skuKey(update);
	newestVersions.set(key, Math.max(update.version, newestVersions.get(key) ?? 0));
}

async function stockNow(
	account: OpenApiAccount,
	sku: ShopSku,
	context: HttpCallContext,
): Promise<number> {
	const stock: ShopStock | undefined = (await readStock(account, [sku.product_id], context)).get(
		skuKey(sku),
	);
	if (stock) return stock.normal_stock_num;
	throw gone(sku);
}

const write = async (account: OpenApiAccount, body: object, context: HttpCallContext) =>
	await askWechatApi(
		account,
		{ path: '/channels/ec/product/stock/update', body, repeatable: false },
		context,
	).catch((error: unknown) => {
		if (error instanceof IntegrationError && error.ambiguous) return error;
		throw error;
	});

const gone = ({ product_id, sku_id }: ShopSku) =>
	new IntegrationError({
		code: 'STOCK_SKU_GONE',
		message: `WeChat Shop has no stock of SKU ${sku_id} in product ${product_id}.`,
		likelyCause: 'The SKU was deleted, or its ids belong to another shop.',
		nextStep: 'Compare its ids at store.weixin.qq.com → Products (商品管理).',
	});

const uncertain = (last: IntegrationError | undefined) =>
	new IntegrationError({
		code: 'STOCK_UNCERTAIN',
		message: `WeChat did not say whether it took the stock. ${last?.message ?? ''}`.trim(),
		likelyCause: last?.likelyCause ?? 'The network.',
		nextStep: 'Run the step again: it reads first, and writes only the difference.',
		retryable: true,
		ambiguous: true,
	});
