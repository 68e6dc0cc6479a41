import { normaliseSerial } from '../../../lib/wechat-pay/keys/encoding';
import { EVENTS } from '../../../lib/wechat-pay/notification/notification';
import { receiveNotification, type Recipient } from '../../../lib/wechat-pay/receive-notification';
import { seededRandom, type PreparedRequest } from '../../../sandbox/index';
import { lowerCase, NOW, openMerchant, verdict, type Merchant } from './wechat-pay/merchant';

const REQUESTS = 100_000;

let merchant: Merchant;
let genuine: PreparedRequest[];
/** Nothing of it is signed: it is only encrypted. */
let unsigned: PreparedRequest;
let recipient: Recipient;

beforeAll(async () => {
	merchant = await openMerchant();
	const { sandbox } = merchant;
	const payment = sandbox.pay({ total: 24_800, attach: 'TEE-RED-M*2@9900,CAP-BLK@5000' });
	const refund = sandbox.refund(payment, { refund: 100 });
	genuine = [
		sandbox.prepareNotification(payment),
		sandbox.prepareNotification(payment, { as: 'partner', keyMode: 'publicKey' }),
		sandbox.prepareNotification(sandbox.combine([payment])),
		sandbox.prepareNotification(refund),
		sandbox.prepareNotification(payment, { as: 'v2' }),
	];
	recipient = { ...merchant.account, linesFrom: 'attach', events: EVENTS };
	unsigned = sandbox.prepareNotification(refund, { as: 'v2' });
});
afterAll(async () => merchant.sandbox.stop());

/** Four bytes at a time from a seed: every run tries the same requests. */
function numbers(seed: string): (below: number) => number {
	const random = seededRandom(seed);
	return (below) => random(4).readUInt32BE() % below;
}

interface Mutated {
	body: Buffer;
	headers: Record<string, string>;
}

/** One byte of the body or of a signed header is another, lost or doubled. */
function mutate(request: PreparedRequest, pick: (below: number) => number): Mutated {
	const { headers } = request;
	const body = Buffer.from(request.body);
	const names = Object.keys(headers).filter((name) => name.startsWith('Wechatpay-'));
	const name = names.length > 0 && pick(3) === 0 ? names[pick(names.length)] : undefined;
	if (name === undefined) return { body: mutateBytes(body, pick), headers };
	const changed = mutateBytes(Buffer.from(headers[name] ?? ''), pick).toString('latin1');
	return { body, headers: { ...headers, [name]: changed } };
}

function mutateBytes(bytes: Buffer, pick: (below: number) => number): Buffer {
	const at = pick(bytes.length);
	const how = pick(4);
	if (how === 0) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
	if (how === 1) return Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)]);
	const changed = Buffer.from(bytes);
	changed[at] = (changed[at] ?? 0) ^ (1 + pick(255));
	return changed;
}

/** A serial means the same in lower case; so does XML with other white space between its fields. */
function saysTheSame({ body, headers }: Mutated, request: PreparedRequest): boolean {
	const serial = (of: Record<string, string>) => normaliseSerial(of['Wechatpay-Serial'] ?? '');
	const others = (of: Record<string, string>) => ({ ...of, 'Wechatpay-Serial': serial(of) });
	const dense = (xml: string) => xml.trim().replace(/>\s+</g, '><');
	const text = body.toString('latin1');
	const original = Buffer.from(request.body).toString('latin1');
	const sameBody = text === original || (text.startsWith('<') && dense(text) === dense(original));
	return sameBody && JSON.stringify(others(headers)) === JSON.stringify(others(request.headers));
}

const verdictOn = ({ body, headers }: Mutated): string =>
	verdict(receiveNotification(body, lowerCase(headers), recipient, NOW));

it(`answers ${REQUESTS} mutated requests with 4xx or 5xx, and survives`, () => {
	expect(
		genuine.map((request) => verdictOn({ ...request, body: Buffer.from(request.body) })),
	).toEqual(['payment', 'payment', 'payment', 'refund', 'payment']);
	const pick = numbers('mutations');
	const taken: string[] = [];
	for (let made = 0; made < REQUESTS; made += 1) {
		const request = genuine[made % genuine.length]!;
		const mutated = mutate(request, pick);
		const said = verdictOn(mutated);
		if (!/^[45]\d\d /.test(said) && !saysTheSame(mutated, request)) taken.push(`${made}: ${said}`);
	}
	expect(taken).toEqual([]);
}, 120_000);

it('survives what is made of a refund of APIv2', () => {
	const pick = numbers('unsigned');
	for (let made = 0; made < 5000; made += 1) {
		expect(verdictOn(mutate(unsigned, pick))).toMatch(/^(refund|ignored|[45]\d\d \w+)$/);
	}
});

it('refuses a refund of APIv2 that is encrypted with another key', () => {
	const payment = merchant.sandbox.pay({ total: 100 });
	const refund = merchant.sandbox.refund(payment, { refund: 1 });
	const forged = merchant.sandbox.prepareNotification(refund, {
		as: 'v2',
		apiV2Key: 'z'.repeat(32),
	});
	expect(verdictOn({ ...forged, body: Buffer.from(forged.body) })).toMatch(/^40[01] /);
});
