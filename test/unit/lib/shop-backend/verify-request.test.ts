import { signedHeaders } from '../../../../lib/shop-backend/sign';
import { acceptedIds, verifyRequest } from '../../../../lib/shop-backend/verify-request';

/** The reference vector of Standard Webhooks (standard-webhooks/standard-webhooks, MIT). */
const VECTOR = {
	secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
	headers: {
		'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
		'webhook-timestamp': '1614265330',
		'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
	},
	body: '{"test": 2432232314}',
	now: 1614265330_000,
};
const BODY = '{"type":"stock.hold","data":{"out_trade_no":"A1"}}';
const { secret, now } = VECTOR;

const signed = (body = BODY, id = 'msg_1') => signedHeaders(secret, id, now / 1000, body);
const verify = (headers: object, body = BODY, at = now, accepted = acceptedIds()) =>
	verifyRequest(secret, { ...headers }, Buffer.from(body), at, accepted);
const withCode = (code: string) => expect.objectContaining({ code });

describe('verifyRequest', () => {
	it('accepts the reference vector of Standard Webhooks, and only then reads it', () => {
		const read = () => verify(VECTOR.headers, VECTOR.body);
		expect(read).toThrow(withCode('SHOP_REQUEST_UNREADABLE'));
		const forged = { ...VECTOR.headers, 'webhook-signature': `v1,${'A'.repeat(43)}=` };
		expect(() => verify(forged, VECTOR.body)).toThrow(withCode('SHOP_SIGNATURE_INVALID'));
	});

	it('returns type and data of a genuine request', () => {
		const data = { out_trade_no: 'A1' };
		expect(verify(signed())).toEqual({ id: 'msg_1', type: 'stock.hold', data });
	});

	it('accepts one of several signatures, as while a secret is replaced', () => {
		const headers = signed();
		const both = `v1,AAAA ${headers['webhook-signature']}`;
		expect(verify({ ...headers, 'webhook-signature': both }).id).toBe('msg_1');
	});

	it.each([
		['another body', signed(), `${BODY} `],
		['another id', { ...signed(), 'webhook-id': 'msg_2' }, BODY],
		['another time', { ...signed(), 'webhook-timestamp': String(now / 1000 + 1) }, BODY],
		['an unknown version', { ...signed(), 'webhook-signature': 'v2,AAAA' }, BODY],
	])('refuses %s than was signed', (_, headers, body) => {
		expect(() => verify(headers, body)).toThrow(withCode('SHOP_SIGNATURE_INVALID'));
	});

	it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
		'refuses a request without %s, and names it',
		(name) => {
			const headers = Object.fromEntries(
				Object.entries(signed()).filter(([header]) => header !== name),
			);
			const missing = expect.objectContaining({
				code: 'SHOP_SIGNATURE_MISSING',
				message: expect.stringContaining(name),
			});
			expect(() => verify(headers)).toThrow(missing);
			expect(() => verify({ ...headers, [name]: [name, name] })).toThrow(missing);
		},
	);

	it('refuses a request that is more than 300 seconds off, either way', () => {
		for (const off of [-300_000, 300_000]) {
			expect(verify(signed(), BODY, now + off).id).toBe('msg_1');
			const late = () => verify(signed(), BODY, now + off + Math.sign(off) * 1000);
			expect(late).toThrow(withCode('SHOP_REQUEST_EXPIRED'));
		}
	});

	it('accepts an id once, however late within the tolerance it is sent again', () => {
		const accepted = acceptedIds();
		const early = now - 300_000;
		expect(verify(signed(), BODY, early, accepted).id).toBe('msg_1');
		const again = () => verify(signed(), BODY, now + 299_000, accepted);
		expect(again).toThrow(withCode('SHOP_REQUEST_REPEATED'));
		expect(verify(signed(BODY, 'msg_2'), BODY, now, accepted).id).toBe('msg_2');
	});

	it('does not remember the id of a forged request, or anybody could block the next one', () => {
		const accepted = acceptedIds();
		expect(() => verify(signed('other'), BODY, now, accepted)).toThrow();
		expect(verify(signed(), BODY, now, accepted).id).toBe('msg_1');
	});

	it.each(['[]', 'null', 'no JSON', '{"type":1,"data":{}}', '{"type":"a","data":[]}'])(
		'refuses the signed body %s',
		(body) => {
			expect(() => verify(signed(body), body)).toThrow(withCode('SHOP_REQUEST_UNREADABLE'));
		},
	);
});
