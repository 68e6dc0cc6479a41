import { arrivals } from './arrivals';
import type { RehearsalProduct } from './products';
import type { CampaignProfile } from './profiles';
import { wholeBetween, type Random } from './random';

/** One payment of the campaign, before it is made. */
export interface PlannedOrder {
	/** Milliseconds from the beginning, before compression. */
	atMs: number;
	openid: string;
	lines: Array<{ sku: string; quantity: number; price_fen: number }>;
	/** What is paid, in fen: the sum of the lines. */
	total: number;
	/** The lines as WeChat Pay Trigger reads them. */
	attach: string;
	/** How many senders notify, and the pause between their first deliveries. */
	copies: number;
	copySpacingMs: number;
}

/** All payments of a campaign, by time. The same for the same randomness. */
export function planOrders(
	profile: CampaignProfile,
	products: [RehearsalProduct, ...RehearsalProduct[]],
	random: Random,
): PlannedOrder[] {
	const buyers: string[] = [];
	return arrivals(profile, random).map((atMs, index) => {
		const openid = buyerOf(profile, buyers, index, random);
		const lines = linesOf(profile, products, random);
		const total = lines.reduce((sum, line) => sum + line.quantity * line.price_fen, 0);
		const repeated = random() < profile.repeatedShare;
		return {
			atMs,
			openid,
			lines,
			total,
			attach: lines.map((line) => `${line.sku}*${line.quantity}@${line.price_fen}`).join(','),
			copies: repeated ? wholeBetween(random, 2, 3) : 1,
			copySpacingMs: repeated ? wholeBetween(random, 0, 1500) : 0,
		};
	});
}

/** Units of each SKU over all orders. */
export function unitsOrdered(orders: Array<Pick<PlannedOrder, 'lines'>>): Map<string, number> {
	const units = new Map<string, number>();
	for (const { sku, quantity } of orders.flatMap(({ lines }) => lines)) {
		units.set(sku, (units.get(sku) ?? 0) + quantity);
	}
	return units;
}

function buyerOf(
	{ returningShare }: CampaignProfile,
	buyers: string[],
	index: number,
	random: Random,
): string {
	const known = buyers[Math.floor(random() * buyers.length)];
	if (known !== undefined && random() < returningShare) return known;
	const openid = `oRehearsal${String(index).padStart(18, '0')}`;
	buyers.push(openid);
	return openid;
}

function linesOf(
	{ hotShare }: CampaignProfile,
	products: [RehearsalProduct, ...RehearsalProduct[]],
	random: Random,
): PlannedOrder['lines'] {
	const [hot, ...others] = products;
	const line = ({ sku, price_fen }: RehearsalProduct) => ({
		sku,
		// Most buy one unit, some two.
		quantity: random() < 0.85 ? 1 : 2,
		price_fen,
	});
	const other = others[Math.floor(random() * others.length)];
	if (!other || random() < hotShare) return [line(hot)];
	return random() < 0.5 ? [line(other)] : [line(hot), line(other)];
}
