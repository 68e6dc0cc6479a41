import { groupBy, mapWithLimit } from '../../core/collections';
import type { HttpCallContext } from '../../core/http';
import { callWechatApi, type OpenApiAccount } from '../call';
import type { ShopSku } from './read-stock';

/** A SKU of WeChat Shop with the merchant's own codes. */
export interface CatalogueSku extends ShopSku {
	/** Entered in WeChat Shop; at most 20 characters. */
	sku_code: string;
	out_sku_id: string;
	title: string;
}

/** WeChat, product/list/get. */
const PAGE = 30;
const ONLINE = 1;
const AT_ONCE = 5;

/**
 * All SKUs of the shop. WeChat lists ids alone, so this takes one call a product: worth remembering.
 */
export async function fetchCatalogue(
	account: OpenApiAccount,
	context: HttpCallContext,
): Promise<CatalogueSku[]> {
	const ids = await productIds(account, context);
	const skus = await mapWithLimit(ids, AT_ONCE, async (id) => await skusOf(account, id, context));
	return skus.flat();
}

async function productIds(account: OpenApiAccount, context: HttpCallContext): Promise<string[]> {
	const ids = new Set<string>();
	for (let next = ''; ; ) {
		const body = { page_size: PAGE, ...(next ? { next_key: next } : {}) };
		const call = { path: '/channels/ec/product/list/get', body, repeatable: true };
		const page = await callWechatApi(account, call, context);
		const found = (Array.isArray(page.product_ids) ? page.product_ids : []).map(String);
		for (const id of found) ids.add(id);
		const following = page.next_key ? String(page.next_key) : '';
		if (found.length === 0 || following === '' || following === next) return [...ids];
		next = following;
	}
}

async function skusOf(
	account: OpenApiAccount,
	product_id: string,
	context: HttpCallContext,
): Promise<CatalogueSku[]> {
	const body = { product_id, data_type: ONLINE };
	const call = { path: '/channels/ec/product/get', body, repeatable: true };
	const { product } = await callWechatApi(account, call, context);
	const { title, skus } = (product ?? {}) as { title?: unknown; skus?: unknown };
	return (Array.isArray(skus) ? (skus as Array<Record<string, unknown>>) : []).map((sku) => ({
		product_id,
		sku_id: textOf(sku.sku_id),
		sku_code: textOf(sku.sku_code),
		out_sku_id: textOf(sku.out_sku_id),
		title: textOf(title),
	}));
}

const textOf = (value: unknown): string =>
	value === undefined || value === null ? '' : String(value);

export type SkuMatch = ShopSku | { problem: string };

/** What a catalogue is asked by. */
export type FindSku = (sku: string) => SkuMatch;

/**
 * Finds SKUs by their code in WeChat Shop, exactly as written; by `out_sku_id` where no code fits. What
 * is missing or there twice is a problem, never a guess.
 */
export function catalogueFinder(catalogue: readonly CatalogueSku[]): FindSku {
	const coded = (codeOf: (sku: CatalogueSku) => string) =>
		groupBy(
			catalogue.filter((sku) => codeOf(sku) !== ''),
			codeOf,
		);
	const byCode = coded(({ sku_code }) => sku_code);
	const byOutId = coded(({ out_sku_id }) => out_sku_id);
	return (sku) => {
		const found = byCode.get(sku) ?? byOutId.get(sku) ?? [];
		const [only] = found;
		if (only && found.length === 1) {
			return { product_id: only.product_id, sku_id: only.sku_id };
		}
		const where = 'at store.weixin.qq.com → Products (商品管理)';
		return {
			problem: only
				? `${found.length} SKUs of WeChat Shop have the code "${sku}". Give each its own ${where}.`
				: `No listed SKU of WeChat Shop has the code "${sku}". Enter it as its SKU code ${where}.`,
		};
	};
}
