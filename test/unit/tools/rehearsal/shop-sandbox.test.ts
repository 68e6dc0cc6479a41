import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createSandbox } from '../../../../sandbox';
import { shopSandbox } from '../../../../tools/rehearsal/shop-sandbox';

it('lets buyers buy in the shop, and pushes both events of each order', async () => {
	const server = createServer((_, response) => response.end('success'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const wechat = await createSandbox();
	try {
		const products = [
			{ sku: 'HOT', name: 'Hot', price: '199.00', stock: 5 },
			{ sku: 'TEE', name: 'Tee', price: '49.00', stock: 5 },
		];
		const sandbox = shopSandbox(wechat, products);
		const attach = 'HOT*2@19900,TEE*1@4900';
		const payment = sandbox.pay({ total: 44_700, attach, openid: 'o-buyer' });
		const [order] = wechat.serverApi.shop.orders();
		expect(order).toMatchObject({
			...{ order_id: payment.transaction_id, openid: 'o-buyer' },
			order_detail: { price_info: { order_price: 44_700 } },
		});
		const { acknowledged } = await sandbox.notify(payment, { url, copies: 2 });
		expect(acknowledged).toBe(true);
		const deliveries = sandbox.deliveries({ transaction_id: payment.transaction_id });
		expect(deliveries.map(({ event_type: event }) => event).sort()).toEqual([
			...['channels_ec_order_pay', 'channels_ec_order_pay'],
			...['channels_ec_order_wait_shipping', 'channels_ec_order_wait_shipping'],
		]);
		expect(sandbox.deliveries({ transaction_id: '1' })).toEqual([]);
		expect(() => sandbox.pay({ total: 1, attach: 'HOT*9@19900' })).toThrow('units left');
	} finally {
		await wechat.stop();
		server.close();
	}
});
