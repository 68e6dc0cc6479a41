import type { PriceRule, SkuRow } from '../row';

export type Column = Exclude<keyof SkuRow, 'problem'>;

/** The names of each column, in lower case and without spaces, `_` and `-`. */
const HEADERS: Record<Column, string[]> = {
	sku: [
		'sku',
		'wechatsku',
		'skucode',
		'skuid',
		'微信sku',
		'sku编码',
		'sku编号',
		'商家编码',
		'规格编码',
	],
	wechat_product_id: ['wechatproductid', 'spu', 'spuid', '微信商品id', '微信商品编号', '商品id'],
	shop: ['shop', 'appid', 'mchid', '店铺', '小程序', '商户号', '商店'],
	product: [
		'product',
		'odooproduct',
		'defaultcode',
		'internalreference',
		'产品',
		'odoo产品',
		'内部参考',
		'内部编号',
		'产品编码',
	],
	quantity: ['quantity', 'qty', 'pieces', '数量', '件数'],
	uom: ['uom', 'unit', 'unitofmeasure', '单位', '计量单位'],
	price: ['price', 'pricerule', '价格', '价格规则', '计价方式'],
	part: ['part', '部件', '部件序号', '组成序号'],
	parts: ['parts', 'partsinset', '部件数', '部件总数', '组成数量'],
	valid_from: ['validfrom', 'from', 'start', '生效日期', '生效时间', '开始日期', '开始时间'],
	valid_until: ['validuntil', 'until', 'end', '失效日期', '失效时间', '结束日期', '结束时间'],
	note: ['note', 'notes', 'remark', '备注', '说明'],
};

const COLUMN_OF = new Map(
	Object.entries(HEADERS).flatMap(([column, names]) =>
		names.map((name) => [name, column as Column] as const),
	),
);

/** The column of a header in English or Chinese; undefined for any other header. */
export const columnOf = (header: string): Column | undefined =>
	COLUMN_OF.get(
		header
			.normalize('NFKC')
			.toLowerCase()
			.replace(/[\s_\-\uFEFF]/g, ''),
	);

const PRICES: Record<PriceRule, string[]> = {
	as_paid: ['', 'aspaid', 'paid', '实付', '按实付', '按实付价'],
	list_price: [
		'listprice',
		'split',
		'bylistprice',
		'splitbylistprice',
		'按标价分摊',
		'按售价分摊',
		'分摊',
	],
	free: ['free', 'gift', '赠品', '免费'],
};

const PRICE_OF = new Map(
	Object.entries(PRICES).flatMap(([rule, names]) =>
		names.map((name) => [name, rule as PriceRule] as const),
	),
);

/** The price rule of a cell; undefined for any other text. */
export const priceRuleOf = (cell: string): PriceRule | undefined =>
	PRICE_OF.get(
		cell
			.normalize('NFKC')
			.toLowerCase()
			.replace(/[\s_-]/g, ''),
	);

/** The columns of an exported table, in order. */
export const COLUMNS = Object.keys(HEADERS) as Column[];

const CHINESE_HEADERS: Record<Column, string> = {
	sku: '微信SKU',
	wechat_product_id: '微信商品ID',
	shop: '店铺',
	product: 'Odoo产品',
	quantity: '数量',
	uom: '单位',
	price: '价格规则',
	part: '部件序号',
	parts: '部件总数',
	valid_from: '生效时间',
	valid_until: '失效时间',
	note: '备注',
};

/** The language of the headers of an exported table. */
export type HeaderLanguage = 'en' | 'zh';

/** A row as an item for a file. `readRow` of the item is the same row. */
export function rowItem(
	row: SkuRow,
	language: HeaderLanguage = 'en',
): Record<string, string | number> {
	return Object.fromEntries(
		COLUMNS.map((column) => [language === 'zh' ? CHINESE_HEADERS[column] : column, row[column]]),
	);
}
