import * as fc from 'fast-check';

import { openPushAccount } from '../../../../../lib/wechat-shop/push/account';
import { SHOP_EVENTS } from '../../../../../lib/wechat-shop/push/event-types';
import { answerCheck, receivePush } from '../../../../../lib/wechat-shop/push/receive-push';
import { seededRandom } from '../../../../../sandbox';
import { pushRequest } from '../../../../../sandbox/server-api/shop/pushes/encrypt-push';
import { pushMessage } from '../../../../../sandbox/server-api/shop/pushes/push-message';
import { PAGES, SAFE_POST, SHOP_PAY, WXJAVA } from './vectors';

const NOW = 1_795_354_175;
const SECRETS = { token: 'pamtest', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const APPID = 'wxfedcba9876543210';
const account = openPushAccount({ appid: APPID, ...SECRETS });
const recipient = { account, events: Object.keys(SHOP_EVENTS) };
const random = seededRandom('push');

/** What WeChat sends for a paid order. */
function push(orderId = '3705115058471208928', secrets = SECRETS) {
	const body = { order_id: orderId, pay_time: NOW };
	const event = { event: 'channels_ec_order_pay', openid: 'OPENID', key: 'order_info', body };
	const stamp = { timestamp: NOW, nonce: '415670741', random: random(16) };
	const to = { appid: APPID, shop: 'gh_0123456789ab', openid: 'OPENID' };
	return pushRequest(pushMessage(event, to.shop, NOW * 1000), to, secrets, stamp);
}
const receive = ({ body, query }: { body: string | Buffer; query: object }) =>
	receivePush(Buffer.from(body), { ...query }, recipient, NOW);

it('receives the published vectors', () => {
	const { encrypted, ...query } = SAFE_POST;
	const body = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: encrypted });
	const pages = { account: PAGES, events: [] };
	expect(receivePush(Buffer.from(body), query, pages, Number(query.timestamp))).toEqual({
		kind: 'ignored',
		event_type: 'debug_demo',
	});
	const { encrypted: paid, ...paidQuery } = SHOP_PAY;
	const paidBody = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: paid });
	const wxjava = { account: WXJAVA, events: ['channels_ec_order_pay'] };
	expect(receivePush(Buffer.from(paidBody), paidQuery, wxjava, 1409304348)).toMatchObject({
		item: { shop_order_id: '3705115058471208928', shop_event: { pay_time: 1662480000 } },
	});
});

it('receives any order id that a sandbox with its own cipher encrypts', () => {
	const ids = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 17, maxLength: 17 });
	fc.assert(
		fc.property(ids, (digits) => {
			expect(receive(push(`37${digits}`))).toMatchObject({
				item: { shop_order_id: `37${digits}` },
			});
		}),
	);
});

test('of 100,000 events with a changed byte, none is accepted', () => {
	const { body, query } = push();
	const whole = Buffer.from(body);
	const kinds = new Set<string>();
	const bytes = seededRandom('mutations')(600_000);
	for (let at = 0; at < 100_000; at += 1) {
		const changed = Buffer.from(whole);
		const place = bytes.readUInt32BE(at * 6) % whole.length;
		changed[place]! ^= 1 + (bytes[at * 6 + 4]! % 255);
		kinds.add(receivePush(changed, query, recipient, NOW).kind);
	}
	expect([...kinds]).toEqual(['refused']);
});

test('any changed character of what is signed in the address is refused', () => {
	const { body, query } = push();
	const names = ['signature', 'timestamp', 'nonce', 'msg_signature'];
	for (const name of names) {
		const value = query[name]!;
		for (let at = 0; at < value.length; at += 1) {
			const other = value[at] === '1' ? '2' : '1';
			const changed = value.slice(0, at) + other + value.slice(at + 1);
			expect(receive({ body, query: { ...query, [name]: changed } }).kind).toBe('refused');
		}
	}
});

const SENT = push();
const refusals: Array<[string, { body: string | Buffer; query: object }, number, string]> = [
	['a body that is too large', { ...push(), body: Buffer.alloc(65_537) }, 413, 'TOO_LARGE'],
	['XML', { ...push(), body: '<xml/>' }, 400, 'NOT_ENCRYPTED'],
	['plain text mode', { ...push(), body: '{"Event":"x"}' }, 400, 'NOT_ENCRYPTED'],
	['no query', { ...push(), query: {} }, 401, 'SIGNATURE_MISSING'],
	['another token', push('37', { ...SECRETS, token: 'other' }), 401, 'SIGNATURE_INVALID'],
	[
		'another key',
		push('37', { ...SECRETS, encodingAesKey: 'b'.repeat(42) + 'A' }),
		500,
		'NOT_DECRYPTED',
	],
	[
		'another recipient outside',
		{ ...SENT, body: SENT.body.replace('gh_0', 'gh_1') },
		400,
		'OTHER_RECIPIENT',
	],
];
it.each(refusals)('refuses %s', (_, request, status, code) => {
	expect(receive(request)).toMatchObject({
		kind: 'refused',
		status,
		error: { code: expect.stringContaining(code) as string },
	});
});

describe('the check of the address', () => {
	const CHECK = {
		timestamp: '1714036504',
		nonce: '1514711492',
		signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
		echostr: '4375120948345356249',
	};
	it("answers WeChat's worked example", () => {
		expect(answerCheck(CHECK, PAGES, 1714036504)).toEqual({ kind: 'answer', text: CHECK.echostr });
	});
	it.each([
		['a wrong signature', { signature: '0'.repeat(40) }],
		['markup instead of an echo', { echostr: '<script>' }],
	])('refuses %s', (_, changed) => {
		expect(answerCheck({ ...CHECK, ...changed }, PAGES, 1714036504)).toMatchObject({
			kind: 'refused',
			status: 401,
		});
	});
});
