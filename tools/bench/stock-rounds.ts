import { setTimeout as sleep } from 'node:timers/promises';

import type { Sandbox } from '../../sandbox';
import type { OdooAdmin } from '../services/odoo-admin';
import type { OdooServer } from '../services/odoo';
import { waitUntil } from '../services/processes';
import { receive } from '../../test/contract/support/stock-moves';

/** One Odoo and the SKUs of it that the shop sells. */
export interface Selling {
	admin: OdooAdmin;
	server: OdooServer;
	/** Database ids by SKU. */
	products: Record<string, number>;
	sandbox: Sandbox;
}

const shopSku = ({ sandbox }: Selling, sku: string) => {
	const skus = sandbox.serverApi.shop.products().flatMap((product) => product.skus);
	const found = skus.find(({ sku_code }) => sku_code === sku);
	if (!found) throw new Error(`The shop has no ${sku}`);
	return found;
};

/** How many SKUs have another figure in the shop than Odoo can promise. */
export async function differing(selling: Selling): Promise<number> {
	const { admin, products } = selling;
	const rows = await admin.call<Array<{ default_code: string; free_qty: number }>>(
		'product.product',
		'read',
		[Object.values(products), ['default_code', 'free_qty']],
	);
	return rows.filter((row) => shopSku(selling, row.default_code).stock_num !== row.free_qty).length;
}

/**
 * Moves the stock of one SKU after the other.
 *
 * @param committedAt when Odoo had committed the move, given when it was asked and when it answered
 * @returns milliseconds from Odoo's commit to the shop's new figure, for each
 */
export async function latencies(
	selling: Selling,
	committedAt: (asked: number, answered: number) => number,
	pauseMs: (index: number) => number,
): Promise<number[]> {
	const { sandbox, products } = selling;
	const found: number[] = [];
	for (const [index, [sku, product]] of Object.entries(products).entries()) {
		await sleep(pauseMs(index));
		const asked = Date.now();
		await receive(selling, [[product, 1]]);
		const committed = committedAt(asked, Date.now());
		const { sku_id } = shopSku(selling, sku);
		const change = () =>
			sandbox.serverApi.shop
				.stockChanges()
				.find((one) => one.sku_id === sku_id && Date.parse(one.at) >= asked);
		await waitUntil(
			`the shop has the new figure of ${sku}`,
			60_000,
			async () => await Promise.resolve(change() !== undefined),
		);
		found.push(Date.parse(change()!.at) - committed);
	}
	return found;
}

/**
 * Many moves of few products, in a few transactions one after the other.
 *
 * @returns stock writes at WeChat until shop and Odoo agree, and the SKUs that differ after that
 */
export async function burst(
	selling: Selling,
	moves: number,
	perTransaction: number,
): Promise<{ writes: number; differing: number; seconds: number }> {
	const { sandbox, products } = selling;
	const ids = Object.values(products);
	const { stockChanges } = sandbox.serverApi.shop;
	const before = stockChanges().length;
	const started = Date.now();
	for (let done = 0; done < moves; done += perTransaction) {
		const pieces = Array.from({ length: perTransaction }, (_, index): [number, number] => [
			ids[(done + index) % ids.length]!,
			1 + ((done + index) % 3),
		]);
		await receive(selling, pieces);
	}
	const seconds = (Date.now() - started) / 1000;
	await waitUntil('shop and Odoo agree', 120_000, async () => (await differing(selling)) === 0);
	await sleep(5_000);
	return {
		writes: stockChanges().length - before,
		differing: await differing(selling),
		seconds,
	};
}
