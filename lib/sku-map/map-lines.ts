import type { MappedLine, Mapping, UnmappedLine, UnmappedReason } from './mapping';
import { isReadable, type LineToMap } from './read-lines';
import type { CandidateProduct, TableEntry } from './table';

type Translation = { product: CandidateProduct } | { reason: UnmappedReason; message: string };

/**
 * Translates the lines of one order. A product is never guessed: one line without exactly one
 * active product that may be sold makes the whole order unmapped, with the reason per line.
 *
 * @param whereToAdd where a person enters a missing SKU, e.g. "in the rows of this node"
 */
export function mapLines(
	lines: LineToMap[],
	table: Map<string, TableEntry>,
	whereToAdd: string,
): Mapping {
	if (lines.length === 0) return { status: 'unmapped', lines: [], unmapped: [NO_LINES] };
	const mapped: MappedLine[] = [];
	const unmapped: UnmappedLine[] = [];
	for (const { sku, quantity, unit_price_fen } of lines) {
		const line = { sku, quantity, ...(unit_price_fen === undefined ? {} : { unit_price_fen }) };
		const translation = isReadable(line)
			? translate(sku, table.get(sku.trim()), whereToAdd)
			: UNREADABLE;
		if ('reason' in translation) {
			unmapped.push({ ...line, ...translation });
			continue;
		}
		const { id, default_code, name } = translation.product;
		mapped.push({
			...line,
			product_id: id,
			product_name: name,
			...(default_code ? { default_code } : {}),
		});
	}
	return { status: unmapped.length > 0 ? 'unmapped' : 'mapped', lines: mapped, unmapped };
}

const UNREADABLE = {
	reason: 'unreadable',
	message:
		'This line has no SKU, or its quantity is no whole number above 0. Correct the step before SKU Map that wrote "lines".',
} as const;

const NO_LINES: UnmappedLine = {
	sku: '',
	quantity: 0,
	reason: 'no_lines',
	message:
		'The payment carries no order lines. Look the order up in the shop by its out_trade_no, and let the shop write the lines into attach when it creates the payment.',
};

function translate(sku: string, entry: TableEntry | undefined, whereToAdd: string): Translation {
	if (!entry || entry.rows === 0) {
		return {
			reason: 'unknown',
			message: `WeChat SKU "${sku}" is not in the table. Add it ${whereToAdd}.`,
		};
	}
	if (entry.rows > 1) {
		return {
			reason: 'ambiguous',
			message: `WeChat SKU "${sku}" stands in ${entry.rows} rows of the table. Keep one of them.`,
		};
	}
	return chooseOnly(sku, entry);
}

function chooseOnly(sku: string, { product, candidates }: TableEntry): Translation {
	const [first] = candidates;
	if (!first) {
		return {
			reason: 'missing_product',
			message: `Odoo has no product "${product}", which the table names for WeChat SKU "${sku}". Correct the row, or create the product (Inventory → Products → Product Variants).`,
		};
	}
	const active = candidates.filter((candidate) => candidate.active);
	const [only] = active;
	if (!only) {
		return {
			reason: 'archived',
			message: `${label(first)}, mapped to WeChat SKU "${sku}", is archived in Odoo. Unarchive it (its Action menu), or map the SKU to its successor.`,
		};
	}
	if (active.length > 1) {
		return {
			reason: 'ambiguous',
			message: `WeChat SKU "${sku}" fits ${active.length} products in Odoo: ${active.map(label).join(', ')}. Give each its own Internal Reference, or map the SKU to one of them by External ID.`,
		};
	}
	if (!only.sale_ok) {
		return {
			reason: 'not_for_sale',
			message: `${label(only)}, mapped to WeChat SKU "${sku}", may not be sold. Tick Sales on the product in Odoo, or map the SKU to another one.`,
		};
	}
	return { product: only };
}

function label({ default_code, name }: CandidateProduct): string {
	return default_code ? `[${default_code}] ${name}` : name;
}
