import { toBeijingTime } from '../core/beijing-time';
import type { JsonObject } from '../core/json';
import { allocate, pricedUnits } from '../core/money';
import type { Question } from './choose-set';
import type { MappedLine, Mapping, Refusal, UnmappedLine } from './mapping';
import { resolveParts, type Part } from './resolve-parts';
import { suggestSkus } from './suggest';
import type { SkuTable } from './table';
import { readLines, type ItemLine } from '../core/read-item';

/** The shops of an order, and when it was ordered: both decide which rows are valid. */
export type OrderContext = Pick<Question, 'shops' | 'at'>;

const SHOP_FIELDS = ['appid', 'mchid', 'sub_appid', 'sub_mchid', 'sp_appid', 'sp_mchid'];

/**
 * The lines of an item and its context: its shops, and the time of payment (`success_time`), or now.
 *
 * @param now milliseconds since 1970
 */
export function readOrder(item: JsonObject, now: number): OrderContext & { lines: ItemLine[] } {
	const paid = typeof item.success_time === 'string' ? Date.parse(item.success_time) : Number.NaN;
	return {
		lines: readLines(item.lines),
		shops: SHOP_FIELDS.flatMap((field) => {
			const shop = item[field];
			return typeof shop === 'string' && shop !== '' ? [shop] : [];
		}),
		at: toBeijingTime(Number.isNaN(paid) ? now : paid),
	};
}

/**
 * Maps the lines of one order. A product is never guessed: one line without active products that are for
 * sale makes the whole order unmapped, with the reason for each line. The prices of the products of a
 * line add up to what was paid for it, to the fen.
 */
export function mapLines(lines: ItemLine[], table: SkuTable, order: OrderContext): Mapping {
	if (lines.length === 0) return { status: 'unmapped', lines: [], unmapped: [NO_LINES] };
	const mapped: MappedLine[] = [];
	const unmapped: UnmappedLine[] = [];
	for (const line of lines) {
		const translation = isReadable(line) ? translate(line, table, order) : UNREADABLE;
		if (Array.isArray(translation)) mapped.push(...translation);
		else {
			const { sku, quantity, unit_price_fen: fen } = line;
			const suggestions = translation.reason === 'unknown' ? suggestSkus(sku.trim(), table) : [];
			unmapped.push({
				sku,
				quantity,
				...(fen === undefined ? {} : { unit_price_fen: fen }),
				...translation,
				...(suggestions.length > 0 && { suggestions }),
			});
		}
	}
	return { status: unmapped.length > 0 ? 'unmapped' : 'mapped', lines: mapped, unmapped };
}

/** True for a line with a SKU, a whole quantity above 0 and, where it has a price, whole fen. */
const isReadable = ({ sku, quantity, unit_price_fen: fen = 0 }: ItemLine): boolean =>
	sku.trim() !== '' &&
	Number.isSafeInteger(quantity) &&
	quantity > 0 &&
	Number.isSafeInteger(fen) &&
	fen >= 0 &&
	Number.isSafeInteger(fen * quantity);

const UNREADABLE = {
	reason: 'unreadable',
	message:
		'This line has no SKU, its quantity is not a whole number above 0, or its price is not a whole number of fen. Correct the node that writes "lines".',
} as const;

const NO_LINES: UnmappedLine = {
	sku: '',
	quantity: 0,
	reason: 'no_lines',
	message:
		'The payment has no order lines. Find the order in the shop by its out_trade_no, and let the shop write the lines into attach when it creates the payment.',
};

function translate(line: ItemLine, table: SkuTable, order: OrderContext): MappedLine[] | Refusal {
	const { sku, quantity, unit_price_fen: fen, product_id: wechatProductId = '' } = line;
	const resolved = resolveParts({ ...order, sku: sku.trim(), wechatProductId }, table);
	if ('reason' in resolved) return resolved;
	const { parts } = resolved;
	const costs = fen === undefined ? undefined : partCosts(fen * quantity, parts);
	return parts.flatMap(({ product, units, price }, index) => {
		const all = units * quantity;
		const cost = costs?.[index] ?? (price === 'free' ? 0 : undefined);
		const priced = cost === undefined ? [{ quantity: all }] : pricedUnits(cost, all);
		return priced.map((amounts) => ({
			sku,
			...amounts,
			product_id: product.id,
			product_name: product.name,
			...(product.default_code ? { default_code: product.default_code } : {}),
		}));
	});
}

/** The share of each part in the amount paid for all of them, in fen. */
function partCosts(totalFen: number, parts: Part[]): number[] {
	const paying = parts.filter(({ price }) => price !== 'free');
	const weights = parts.map(({ product, units, price }) => {
		if (price === 'free') return 0;
		return paying.length === 1 ? 1 : Math.round(product.list_price * units * 10_000);
	});
	return allocate(totalFen, weights);
}
