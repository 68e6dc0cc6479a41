import { groupBy } from '../../core/collections';
import type { JsonObject } from '../../core/json';
import { readItem } from '../../core/read-item';
import type { MappedLine, Mapping } from '../../sku-map/mapping';
import type { ReturnPart } from './return-part';

/** Reads what an after-sale is about from an item of SKU Map. @throws IntegrationError `NOT_AN_AFTER_SALE` */
export const readReturnPart = (item: JsonObject): ReturnPart =>
	readItem(
		item,
		{
			code: 'NOT_AN_AFTER_SALE',
			name: 'a mapped after-sale',
			nextStep:
				'Connect After-Sale: Get or Get Many of WeChat Shop, then SKU Map, and pass on all fields.',
		},
		({ text, value, check }) => {
			const mapping = value('mapping') as Mapping | undefined;
			check('mapping', mapping?.status === 'mapped');
			const lines: MappedLine[] = mapping?.lines ?? [];
			const byProduct = groupBy(lines, ({ product_id }) => product_id);
			const units = [...byProduct].map(
				([product, own]) =>
					[product, own.reduce((sum, { quantity }) => sum + quantity, 0)] as const,
			);
			return { id: text('after_sale_id'), quantities: new Map(units) };
		},
	);
