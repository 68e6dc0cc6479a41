import { groupBy } from '../../core/collections';
import type { CatalogueSku } from './catalogue';
import type { ShopSku } from './read-stock';

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
