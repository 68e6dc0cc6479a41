import type { Controls } from '../control/controls';

/** A product on the shelf of the page's shop. */
export interface Goods {
	sku_code: string;
	sku_id: string;
	title: string;
	/** Fen. */
	price: number;
	/** Units. */
	stock: number;
}

/** Everything on the shelf. */
export const goodsOnShelf = ({ serverApi: { shop } }: Pick<Controls, 'serverApi'>): Goods[] =>
	shop.products().flatMap(({ title, skus }) =>
		skus.map(({ sku_code, sku_id, sale_price, stock_num }) => ({
			...{ sku_code, sku_id, title },
			...{ price: sale_price, stock: stock_num },
		})),
	);

/** @throws Error when there is no such product */
export function findGoods(sku: string, sandbox: Pick<Controls, 'serverApi'>): Goods {
	const found = goodsOnShelf(sandbox).find(({ sku_code }) => sku_code === sku);
	if (!found) throw new Error(`There is no product with the SKU ${sku}`);
	return found;
}
