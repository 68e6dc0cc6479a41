import { runSample } from '../running-sample';
import { failuresAt, failuresOf } from './failures';
import { SECRET } from './wrong-backends';

it('finds nothing wrong with the sample of the documentation', async () => {
	const { url, secret, stop } = await runSample();
	const data = { orderNumber: 'SHOP20261122000001', paidFen: 24_800, sku: 'CAP-BLK' };
	expect(await failuresAt({ url, secret, ...data }).finally(stop)).toEqual([]);
});

it('finds nothing wrong with a backend that follows the contract', async () => {
	expect(await failuresOf()).toEqual([]);
});

it('says that nobody answers, and checks the rest all the same', async () => {
	const failed = await failuresAt({ url: 'http://127.0.0.1:9', secret: SECRET });
	expect(failed).toContain('answers the ping');
	expect(failed).toContain('answers 404 for an order that it does not know');
});
