import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import forge from 'node-forge';
import { createDecipheriv, createPublicKey, verify } from 'node:crypto';

import { openAccount, type WechatPayAccount } from '../../lib/wechat-pay/keys/account';
import { openNotification, readNotification } from '../../lib/wechat-pay/notification/notification';
import { verifySignature } from '../../lib/wechat-pay/keys/signature';
import { createSandbox } from '../../sandbox';
import { median, type Metric } from './metric';

const NOTIFICATIONS = 100;
const ROUNDS = 75;

interface Message {
	headers: Record<string, string>;
	body: Buffer;
}

interface Envelope {
	resource: { ciphertext: string; nonce: string; associated_data: string };
}

const signedText = ({ headers, body }: Message): Buffer =>
	Buffer.concat([
		Buffer.from(`${headers['wechatpay-timestamp']}\n${headers['wechatpay-nonce']}\n`),
		body,
		Buffer.from('\n'),
	]);

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

type Way = (message: Message) => boolean;

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
		// In any order: whoever comes next pays for the garbage of the way before it.
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

function bareWay(pem: string, apiV3Key: string): Way {
	const key = createPublicKey(pem);
	return (message) => {
		const signature = Buffer.from(message.headers['wechatpay-signature'] ?? '', 'base64');
		if (!verify('sha256', signedText(message), key, signature)) return false;
		const { resource } = JSON.parse(message.body.toString()) as Envelope;
		const bytes = Buffer.from(resource.ciphertext, 'base64');
		const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce);
		decipher.setAAD(Buffer.from(resource.associated_data));
		decipher.setAuthTag(bytes.subarray(-16));
		return (
			decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8') !== ''
		);
	};
}

function pluginWay(pem: string, apiV3Key: string): Way {
	const key = Rsa.from(pem, Rsa.KEY_TYPE_PUBLIC);
	return ({ headers, body }) => {
		const text = body.toString();
		const timestamp = headers['wechatpay-timestamp'] ?? '';
		const signed = Formatter.response(timestamp, headers['wechatpay-nonce'] ?? '', text);
		if (!Rsa.verify(signed, headers['wechatpay-signature'] ?? '', key)) return false;
		const { resource } = JSON.parse(text) as Envelope;
		const { nonce, ciphertext, associated_data: aad } = resource;
		return Aes.AesGcm.decrypt(ciphertext, apiV3Key, nonce, aad) !== '';
	};
}

function forgeWay(pem: string, apiV3Key: string): Way {
	const key = forge.pki.certificateFromPem(pem).publicKey as forge.pki.rsa.PublicKey;
	return (message) => {
		const digest = forge.md.sha256.create().update(signedText(message).toString('binary'));
		const signature = forge.util.decode64(message.headers['wechatpay-signature'] ?? '');
		if (!key.verify(digest.digest().getBytes(), signature)) return false;
		const { resource } = JSON.parse(message.body.toString()) as Envelope;
		const bytes = forge.util.decode64(resource.ciphertext);
		const decipher = forge.cipher.createDecipher('AES-GCM', apiV3Key);
		const tag = forge.util.createBuffer(bytes.slice(-16));
		decipher.start({ iv: resource.nonce, additionalData: resource.associated_data, tag });
		decipher.update(forge.util.createBuffer(bytes.slice(0, -16)));
		return decipher.finish();
	};
}
