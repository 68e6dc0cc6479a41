import { seededRandom, type Credentials } from '../../../../sandbox';
import { sharedCredentials, sharedSandbox } from '../../../support/shared-sandbox';
import { receive } from '../receiver';

let credentials: Credentials;
beforeAll(async () => {
	credentials = await sharedCredentials();
});

test('a stop forgets pending resends, ends the wait for them and frees the port', async () => {
	const receiver = await receive((response) => response.writeHead(500).end());
	const sandbox = await sharedSandbox({ credentials });
	const result = sandbox.notify(sandbox.pay({ total: 1 }), { url: receiver.url });
	while (sandbox.deliveries().length === 0) await new Promise(setImmediate);
	const settled = sandbox.waitUntilSettled();
	await sandbox.stop();
	await settled;
	await receiver.close();
	expect(await result).toMatchObject({ acknowledged: false, deliveries: { length: 1 } });
	await expect(fetch(sandbox.url)).rejects.toThrow('fetch failed');
});

test('a notification without an address is refused', async () => {
	const sandbox = await sharedSandbox({ credentials });
	await expect(sandbox.notify(sandbox.pay({ total: 1 }))).rejects.toThrow('notifyUrl');
	await sandbox.stop();
});

test("WeChat's clock can differ from the machine's", async () => {
	const sandbox = await sharedSandbox({ credentials, now: () => 0, clockOffsetMs: 600_000 });
	const { headers } = sandbox.prepareNotification(sandbox.pay({ total: 1 }));
	expect(headers['Wechatpay-Timestamp']).toBe('600');
	await sandbox.stop();
});

test('with keys, clock and seed given, everything repeats', async () => {
	const notification = async () => {
		const sandbox = await sharedSandbox({ credentials, now: () => 0, random: seededRandom('x') });
		const prepared = sandbox.prepareNotification(sandbox.pay({ total: 1 }));
		await sandbox.stop();
		return prepared;
	};
	expect(await notification()).toEqual(await notification());
});
