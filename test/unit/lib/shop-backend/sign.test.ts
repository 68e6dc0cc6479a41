import { secretBytes, signedHeaders } from '../../../../lib/shop-backend/sign';

/** The reference vector of Standard Webhooks (standard-webhooks/standard-webhooks, MIT). */
const VECTOR = {
	secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
	id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
	timestamp: 1614265330,
	body: '{"test": 2432232314}',
	signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

describe('signedHeaders', () => {
	it('signs as Standard Webhooks does', () => {
		const { secret, id, timestamp, body, signature } = VECTOR;
		expect(signedHeaders(secret, id, timestamp, body)).toMatchObject({
			'webhook-id': id,
			'webhook-timestamp': '1614265330',
			'webhook-signature': signature,
		});
	});

	it.each(['', 'whsec_', 'hunter2', 'whsec_c2hvcnQ='])('refuses the secret "%s"', (secret) => {
		expect(() => secretBytes(secret)).toThrow(/base64 of 24 bytes/);
	});

	it('never tells the secret in its error', () => {
		expect(() => secretBytes('plain-password')).toThrow(
			expect.objectContaining({ message: expect.not.stringContaining('plain-password') }),
		);
	});
});
