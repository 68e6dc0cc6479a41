import type { WechatPayAccount } from '../../lib/wechat-pay/keys/account';
import { openAccount } from '../../lib/wechat-pay/keys/open-account';
import { openNotification, readNotification } from '../../lib/wechat-pay/notification/envelope';
import { verifySignature } from '../../lib/wechat-pay/keys/signature';
import { createSandbox } from '../../sandbox';
import { median, type Metric } from './metric';
import { bareWay, forgeWay, pluginWay, type Message, type Way } from './receive-ways';

const NOTIFICATIONS = 100;
const ROUNDS = 75;

/**
 * Verify, decrypt and parse one notification, four ways in turn on the same messages: the trigger's; `node:crypto` doing only the two primitives; another library's primitives; and
 * node-forge's. Rates are messages a second of one core; ratios are medians over the rounds.
 */
export async function receiveMetrics(): Promise<Metric[]> {
	const sandbox = await createSandbox();
	const account = openAccount(sandbox.credential);
	const messages = Array.from({ length: NOTIFICATIONS }, (): Message => {
		const payment = sandbox.pay({ total: 24800, attach: 'TEE-RED-M*2@9900,CAP-BLK@5000' });
		const { headers, body } = sandbox.prepareNotification(payment);
		const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
		return { headers: Object.fromEntries(lower) as Message['headers'], body: Buffer.from(body) };
	});
	const pem = sandbox.platformCertificate.pem;
	const ways = {
		ours: ourWay(account),
		bare: bareWay(pem, sandbox.merchant.apiV3Key),
		plugin: pluginWay(pem, sandbox.merchant.apiV3Key),
		forge: forgeWay(pem, sandbox.merchant.apiV3Key),
	};
	await sandbox.stop();
	const rates = measure(ways, messages);
	const rate = (name: keyof typeof ways) => Math.round(median(rates[name]));
	const ratio = (to: keyof typeof ways) =>
		Number(median(rates.ours.map((one, round) => one / (rates[to][round] ?? 1))).toFixed(2));
	return [
		{ metric: 'verify, decrypt and parse: ours', value: rate('ours'), unit: '/s' },
		{ metric: 'node:crypto, the two primitives only', value: rate('bare'), unit: '/s' },
		{ metric: 'wechatpay-axios-plugin, its primitives', value: rate('plugin'), unit: '/s' },
		{ metric: 'node-forge, the two primitives', value: rate('forge'), unit: '/s' },
		{
			metric: 'ours beside bare node:crypto',
			value: ratio('bare'),
			unit: 'x',
			goal: { atLeast: 0.8 },
		},
		{ metric: 'ours beside wechatpay-axios-plugin', value: ratio('plugin'), unit: 'x' },
		{ metric: 'ours beside node-forge', value: ratio('forge'), unit: 'x' },
	];
}

function measure<Name extends string>(
	ways: Record<Name, Way>,
	messages: Message[],
): Record<Name, number[]> {
	const names = Object.keys(ways) as Name[];
	const rates = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
		Name,
		number[]
	>;
	for (let round = 0; round <= ROUNDS; round += 1) {
		// In any order: each way pays for the garbage of the one before it.
		for (const name of shuffled(names)) {
			const began = performance.now();
			for (const message of messages) {
				if (!ways[name](message)) throw new Error(`${name} refused a genuine notification`);
			}
			const seconds = (performance.now() - began) / 1000;
			// The first round warms up.
			if (round > 0) rates[name].push(messages.length / seconds);
		}
	}
	return rates;
}

const shuffled = <T>(list: T[]): T[] =>
	list
		.map((value) => ({ value, place: Math.random() }))
		.sort((one, other) => one.place - other.place)
		.map(({ value }) => value);

/** What the trigger does before it looks at the order: throws at the slightest doubt. */
const ourWay =
	({ verificationKeys, apiV3Key }: WechatPayAccount): Way =>
	({ body, headers }) => {
		verifySignature(headers, body, verificationKeys, Math.floor(Date.now() / 1000));
		return openNotification(readNotification(body), apiV3Key)['trade_state'] === 'SUCCESS';
	};
