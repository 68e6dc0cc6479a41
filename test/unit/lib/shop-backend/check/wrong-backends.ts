import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const KEY = Buffer.alloc(32, 7);
export const SECRET = `whsec_${KEY.toString('base64')}`;
export const ORDER = 'SHOP1';
export const SKU = 'TEE';

interface Reply {
	status: number;
	body: string | Buffer;
}
type Data = Record<string, unknown>;

/** The parts of a backend, each of which can be a wrong one. */
export interface Parts {
	isGenuine(headers: IncomingMessage['headers'], body: string): boolean;
	order(number: string): object | undefined;
	/** Answers a type that the backend does not implement. */
	unknown(): Reply;
	setStock(known: { version: number } | undefined, version: number): string;
	write(json: object): string | Buffer;
	/** The answer to `basket.get` of a backend that knows the first version only. */
	basket?: object;
	/** Before an answer to `order.get`. @returns another answer instead of the usual one */
	before(): Promise<Reply | undefined>;
}

export const order = {
	lines: [{ sku: SKU, quantity: 2, unit_price_fen: 9900 }],
	...{ shipping_fen: 1000, total_fen: 20800, remark: '请放门口' },
	recipient: { name: '示例', phone: '10000000001', country: 'CN', street: '示例路 1 号' },
};

const signatures = (headers: IncomingMessage['headers']) =>
	String(headers['webhook-signature'] ?? '').split(' ');
export const sign = (headers: IncomingMessage['headers'], body: string) =>
	`v1,${createHmac('sha256', KEY)
		.update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
		.digest('base64')}`;
export const isInTime = (headers: IncomingMessage['headers']) =>
	Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) <= 300;
export const isSigned = (headers: IncomingMessage['headers'], body: string) =>
	signatures(headers).includes(sign(headers, body));

const RIGHT: Parts = {
	isGenuine: (headers, body) => isInTime(headers) && isSigned(headers, body),
	order: (number) => (number === ORDER ? order : undefined),
	unknown: () => ({ status: 404, body: '{}' }),
	setStock: (known, version) => (!known ? 'unknown' : version < known.version ? 'stale' : 'set'),
	write: (json) => JSON.stringify(json),
	before: async () => await Promise.resolve(undefined),
};

/** Starts a backend that follows the contract, but for the given parts. */
export async function startBackend(wrong: Partial<Parts> = {}) {
	const parts = { ...RIGHT, ...wrong };
	const stock = new Map([[SKU, { quantity: 0, version: 0 }]]);
	const answers: Record<string, (data: Data) => object | undefined> = {
		ping: () => ({ ok: true }),
		'order.get': ({ out_trade_no }) => parts.order(out_trade_no as string),
		'stock.set': ({ stock: figures }) => ({
			stock: (figures as Data[]).map(({ sku, quantity, version }) => {
				const status = parts.setStock(stock.get(sku as string), version as number);
				if (status === 'set') stock.set(sku as string, { quantity, version } as never);
				return { sku: sku as string, status };
			}),
		}),
		'stock.get': ({ skus }) => ({
			stock: (skus as string[]).map((sku) => ({ sku, ...stock.get(sku) })),
		}),
	};
	const reply = async (request: IncomingMessage): Promise<Reply> => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks).toString();
		if (!parts.isGenuine(request.headers, body)) return { status: 401, body: '{}' };
		const { type, data } = JSON.parse(body) as { type: string; data: Data };
		const other = type === 'order.get' ? await parts.before() : undefined;
		if (other) return other;
		if (parts.basket && type === 'basket.get' && data.out_trade_no === ORDER) {
			return { status: 200, body: JSON.stringify(parts.basket) };
		}
		if (!answers[type] || (parts.basket && type === 'order.get')) return parts.unknown();
		const answer = answers[type](data);
		return answer ? { status: 200, body: parts.write(answer) } : { status: 404, body: '{}' };
	};
	const server = createServer((request: IncomingMessage, response: ServerResponse) => {
		void reply(request).then(({ status, body }) => response.writeHead(status).end(body));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}

let calls = 0;
let busy = 0;

/** A backend that is wrong in one thing, and the checks that say so. */
export type Wrong = [fault: string, parts: Partial<Parts>, checks: string[]];

export const UNSAFE: Wrong[] = [
	[
		'answers anybody',
		{ isGenuine: (headers) => isInTime(headers) },
		[
			'refuses a call signed with another secret',
			'refuses a call without a signature',
			'refuses a body that was changed after it was signed',
		],
	],
	[
		'forgets to sign the body',
		{
			isGenuine: (headers, body) =>
				isInTime(headers) && isSigned(headers, body.replace('"pong"', '"ping"')),
		},
		['refuses a body that was changed after it was signed'],
	],
	[
		'never looks at the clock',
		{ isGenuine: isSigned },
		['refuses a call of ten minutes ago', 'refuses a call from ten minutes ahead'],
	],
	[
		'accepts calls from the future',
		{
			isGenuine: (headers, body) =>
				isSigned(headers, body) && Date.now() / 1000 - Number(headers['webhook-timestamp']) <= 300,
		},
		['refuses a call from ten minutes ahead'],
	],
	[
		'verifies what it has parsed and written again',
		{
			isGenuine: (headers, body) =>
				isInTime(headers) && isSigned(headers, JSON.stringify(JSON.parse(body))),
		},
		['accepts a body with other blanks'],
	],
	[
		'knows one signature only',
		{
			isGenuine: (headers, body) =>
				isInTime(headers) && String(headers['webhook-signature']) === sign(headers, body),
		},
		['accepts a call with two signatures, as while a secret is changed'],
	],
	[
		'fails on calls that it does not know',
		{ unknown: () => ({ status: 500, body: 'Unknown type' }) },
		['answers 404 to a call of an unknown type'],
	],
];

export const WITH_WRONG_ORDERS: Wrong[] = [
	[
		'answers an empty order for an unknown one',
		{ order: (number) => (number === ORDER ? order : { lines: [] }) },
		['answers 404 for an order that it does not know'],
	],
	[
		'writes prices as decimal text',
		{
			order: (number) =>
				number === ORDER
					? { ...order, lines: [{ sku: SKU, quantity: 2, unit_price_fen: '99.00' }] }
					: undefined,
		},
		[
			'answers with an order that follows the contract',
			'answers with amounts that add up to the total',
		],
	],
	[
		'forgets the shipping',
		{ order: (number) => (number === ORDER ? { ...order, shipping_fen: undefined } : undefined) },
		['answers with amounts that add up to the total'],
	],
	[
		'misspells the recipient',
		{
			order: (number) =>
				number === ORDER ? { ...order, recipient: undefined, receiver: {} } : undefined,
		},
		['answers with an order that follows the contract', 'answers with a recipient'],
	],
	[
		'writes in another encoding than UTF-8',
		{
			write: (json) =>
				Buffer.from(JSON.stringify(json).replace(/\p{Script=Han}+/gu, '\u00e9'), 'latin1'),
		},
		[
			'answers with an order that follows the contract',
			'answers with amounts that add up to the total',
			'answers with a recipient',
			'answers in time',
		],
	],
	[
		'is too slow',
		{
			before: async () => {
				await sleep(400);
				return undefined;
			},
		},
		['answers in time'],
	],
	[
		'breaks down under ten calls at once',
		{
			before: async () => {
				busy += 1;
				await sleep(50);
				const others = busy;
				busy -= 1;
				return others > 5 ? { status: 503, body: 'busy' } : undefined;
			},
		},
		['answers 10 calls at once, all alike'],
	],
	[
		'forgets an order once it was asked for',
		{ order: (number) => (number === ORDER && calls++ < 4 ? order : undefined) },
		['answers 10 calls at once, all alike'],
	],
];

export const WITH_WRONG_STOCK: Wrong[] = [
	[
		'takes older versions of stock',
		{ setStock: (known) => (known ? 'set' : 'unknown') },
		['ignores an older version of a quantity'],
	],
	[
		'takes any SKU',
		{ setStock: (known, version) => (known && version < known.version ? 'stale' : 'set') },
		['names a SKU that it does not know'],
	],
];
