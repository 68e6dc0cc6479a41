import type { INode } from 'n8n-workflow';

import type { Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { addSku, shopRunner } from '../../run-shop';

const DAY_MS = 24 * 3_600_000;
const clock = { ms: Date.parse('2026-10-01T12:00:00+08:00') };
const iso = (ms: number) => new Date(ms).toISOString();
let sandbox: Sandbox;
let cap: string;
beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => clock.ms });
	cap = addSku(sandbox, 'CAP', 5000);
});
afterAll(async () => sandbox.stop());

const run = shopRunner(() => sandbox, 'order');

it('lists the orders of many weeks, each once, in windows and pages that WeChat allows', async () => {
	const start = clock.ms;
	const sold: string[] = [];
	for (let day = 0; day < 20; day++) {
		clock.ms = start + day * DAY_MS;
		for (let n = 0; n < 11; n++) {
			sold.push(sandbox.serverApi.shop.sell({ sku_id: cap }).order_id);
		}
	}
	const from = iso(start);
	const list = async (parameters: INode['parameters']) => {
		const [items = []] = await run('getMany', [{}], { from, idsOnly: true, ...parameters });
		return items.map(({ shop_order_id: id }) => id);
	};
	const all = await list({ returnAll: true });
	expect(all).toHaveLength(new Set(all).size);
	expect(all).toEqual(expect.arrayContaining(sold));
	expect(await list({ limit: 7 })).toHaveLength(7);
	expect(await list({ returnAll: true, status: 250 })).toEqual([]);
	sandbox.serverApi.shop.cancel(sold[0]!);
	const today = iso(clock.ms - DAY_MS / 2);
	expect(await list({ returnAll: true, from: today })).toContain(sold[0]);
	expect(await list({ returnAll: true, from: today, by: 'create_time' })).not.toContain(sold[0]);
	const [[refunded] = []] = await run('getMany', [{}], { from: today, status: 200 });
	expect(refunded).toMatchObject({ shop_order_id: sold[0], trade_state: 'REFUND' });
});

it('refuses a period that is no time', async () => {
	const [[wrong] = []] = await run('getMany', [{}], { from: 'yesterday' });
	expect(wrong?.error).toMatch('From is not a valid');
});
