import type { IDataObject } from 'n8n-workflow';

import type { Sale, Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { addSku, shopRunner } from '../../run-shop';

let sandbox: Sandbox;
let cap: string;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	cap = addSku(sandbox, 'CAP', 5000);
});
afterAll(async () => sandbox.stop());

const run = shopRunner(() => sandbox, 'order');
const sell = (sale: Sale) => sandbox.serverApi.shop.sell(sale);

it('decodes recipients until the quota of the day is used up, the same order once, and asks no more then', async () => {
	sandbox.serverApi.rules.shopDecodesPerDay = 2;
	const virtual = { number: '13200000000-1234', expires: 1_900_000_000 };
	const orders = [sell({ sku_id: cap }), sell({ sku_id: cap, recipient: { virtual } })];
	const gift = sell({ sku_id: cap, waiting: 12 });
	const later = [sell({ sku_id: cap }), sell({ sku_id: cap })];
	const items = [...orders, orders[0]!, gift, ...later].map(({ order_id }) => ({ order_id }));
	const [decoded = [], hidden = []] = await run('decode', items);
	expect(decoded.map(({ recipient }) => recipient)).toEqual([
		expect.objectContaining({ name: '林小雨', phone: '18312342807', street: '新港中路397号' }),
		expect.objectContaining({
			phone: '13200000000-1234',
			phone_expires: '2030-03-17T17:46:40.000Z',
		}),
		expect.objectContaining({ name: '林小雨' }),
	]);
	expect(decoded.map(({ decode }) => (decode as IDataObject).decoded_today)).toEqual([1, 2, 2]);
	expect(hidden.map(({ decode }) => (decode as IDataObject).status)).toEqual([
		'not_allowed',
		'quota_used_up',
		'quota_used_up',
	]);
});
