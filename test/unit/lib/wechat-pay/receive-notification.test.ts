import fc from 'fast-check';

import {
	MAX_BODY_BYTES,
	receiveNotification,
} from '../../../../lib/wechat-pay/receive-notification';
import { tampered } from '../../../../sandbox/index';
import { lowerCase, NOW, openMerchant, receive, verdict, type Merchant } from './merchant';

describe.each(['certificate', 'publicKey'] as const)(
	'a notification signed with a %s',
	(keyMode) => {
		let merchant: Merchant;
		beforeAll(async () => {
			merchant = await openMerchant(keyMode);
		});
		afterAll(async () => merchant.sandbox.stop());

		const prepare = (options = {}) => {
			const payment = merchant.sandbox.pay({
				total: 24_800,
				attach: 'TEE-RED-M*2@9900,CAP-BLK@5000',
			});
			return { payment, request: merchant.sandbox.prepareNotification(payment, options) };
		};

		it('becomes one clean item', () => {
			const { payment, request } = prepare();
			const received = receive(merchant, request);
			expect(received).toMatchObject({
				kind: 'payment',
				items: [
					{
						mchid: payment.mchid,
						appid: payment.appid,
						out_trade_no: payment.out_trade_no,
						transaction_id: payment.transaction_id,
						success_time: payment.success_time,
						payer: payment.payer,
						total_fen: 24_800,
						total: '248.00',
						payer_total: '248.00',
						lines: [
							{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900, unit_price: '99.00' },
							{ sku: 'CAP-BLK', quantity: 1, unit_price_fen: 5000, unit_price: '50.00' },
						],
						lines_source: 'attach',
						notification: { event_type: 'TRANSACTION.SUCCESS', api: 'v3' },
					},
				],
			});
			expect(payment.transaction_id).toMatch(/^\d{28}$/);
		});

		it('is refused when it was tampered with', () => {
			const { request } = prepare();
			expect(verdict(receive(merchant, tampered.forgedSignature(request)))).toBe(
				'401 WECHAT_SIGNATURE_INVALID',
			);
			expect(verdict(receive(merchant, tampered.signatureProbe(request)))).toBe(
				'401 WECHAT_SIGNATURE_INVALID',
			);
			expect(verdict(receive(merchant, tampered.changedCiphertext(request)))).toBe(
				'401 WECHAT_SIGNATURE_INVALID',
			);
			expect(verdict(receive(merchant, tampered.reserialisedBody(request)))).toBe(
				'401 WECHAT_SIGNATURE_INVALID',
			);
			expect(verdict(receive(merchant, tampered.unknownSerial(request)))).toBe(
				'401 WECHAT_SERIAL_UNKNOWN',
			);
			expect(verdict(receive(merchant, tampered.withoutHeader(request, 'Wechatpay-Nonce')))).toBe(
				'401 WECHAT_SIGNATURE_HEADERS_MISSING',
			);
		});

		it('is refused when any one byte of its body is another', () => {
			const { request } = prepare();
			const body = Buffer.from(request.body);
			const at = fc.integer({ min: 0, max: body.length - 1 });
			fc.assert(
				fc.property(at, fc.integer({ min: 1, max: 255 }), (index, change) => {
					const changed = Buffer.from(body);
					changed[index] = (changed[index] ?? 0) ^ change;
					// What begins with < is taken for XML.
					fc.pre(changed[0] !== 0x3c);
					const recipient = { ...merchant.account, linesFrom: 'none' as const };
					const received = receiveNotification(changed, lowerCase(request.headers), recipient, NOW);
					expect(verdict(received)).toBe('401 WECHAT_SIGNATURE_INVALID');
				}),
			);
		});

		it('is refused when any one character of a signed header is another', () => {
			const { request } = prepare();
			const names = ['Timestamp', 'Nonce', 'Signature', 'Serial', 'Signature-Type'];
			const header = fc.constantFrom(...names.map((name) => `Wechatpay-${name}`));
			fc.assert(
				fc.property(
					header,
					fc.nat(),
					fc.string({ minLength: 1, maxLength: 1 }),
					(name, at, other) => {
						const value = request.headers[name] ?? '';
						const index = at % value.length;
						// A serial is the same in either case.
						fc.pre(
							other.toLowerCase() !== value.charAt(index).toLowerCase() ||
								name === 'Wechatpay-Nonce',
						);
						fc.pre(other !== value.charAt(index));
						const changed = value.slice(0, index) + other + value.slice(index + 1);
						const headers = { ...request.headers, [name]: changed };
						expect(verdict(receive(merchant, { ...request, headers }))).toMatch(/^401 /);
					},
				),
			);
		});

		it('holds for 300 seconds to either side, and no second longer', () => {
			for (const [seconds, expected] of [
				[-301, '401 WECHAT_TIMESTAMP_EXPIRED'],
				[-300, 'payment'],
				[300, 'payment'],
				[301, '401 WECHAT_TIMESTAMP_EXPIRED'],
			] as const) {
				const { request } = prepare({ atMs: (NOW + seconds) * 1000 });
				expect(verdict(receive(merchant, request))).toBe(expected);
			}
		});

		it('tells our own mistakes apart with 500', () => {
			const otherKey = prepare({ apiV3Key: 'another key of thirty-two chars.' }).request;
			expect(verdict(receive(merchant, otherKey))).toBe('500 WECHAT_DECRYPTION_FAILED');
			const { payment } = prepare();
			const otherMerchant = prepare({ resource: { ...payment, mchid: '1900000999' } }).request;
			expect(verdict(receive(merchant, otherMerchant))).toBe('500 WECHAT_MERCHANT_MISMATCH');
		});

		it('is acknowledged but starts nothing when it is about something else', () => {
			const { payment } = prepare();
			const refund = prepare({ eventType: 'REFUND.SUCCESS', originalType: 'refund' }).request;
			expect(receive(merchant, refund)).toMatchObject({
				kind: 'ignored',
				event_type: 'REFUND.SUCCESS',
			});
			const closed = prepare({ resource: { ...payment, trade_state: 'CLOSED' } }).request;
			expect(verdict(receive(merchant, closed))).toBe('ignored');
		});

		it('is refused with 400 when it is signed but no notification', () => {
			for (const body of [
				'',
				'hello',
				'[]',
				'{}',
				'{"id":"1","event_type":"X","resource":[]}',
				'null',
			]) {
				const request = merchant.sandbox.sign(body);
				expect(verdict(receive(merchant, request))).toBe('400 WECHAT_NOTIFICATION_UNREADABLE');
			}
		});

		it('is refused with 413 when it is larger than any notification, before anything else', () => {
			const body = ' '.repeat(MAX_BODY_BYTES + 1);
			expect(verdict(receive(merchant, { headers: {}, body }))).toBe('413 WECHAT_BODY_TOO_LARGE');
		});

		it('never throws, whatever is sent', () => {
			const headerValue = fc.option(fc.oneof(fc.string(), fc.array(fc.string())), {
				nil: undefined,
			});
			const names = ['timestamp', 'nonce', 'signature', 'serial', 'signature-type'];
			const headers = fc.record(
				Object.fromEntries(names.map((name) => [`wechatpay-${name}`, headerValue])),
			);
			const recipient = { ...merchant.account, linesFrom: 'attach' as const };
			fc.assert(
				fc.property(fc.uint8Array(), headers, (body, given) => {
					const received = receiveNotification(Buffer.from(body), given, recipient, NOW);
					// What begins with < is taken for XML.
					expect(verdict(received)).toMatch(/^40[01] /);
				}),
			);
		});

		it('never throws for anything that is signed', () => {
			fc.assert(
				fc.property(
					fc.json().filter((json) => json !== 'null'),
					(resource) => {
						const { request } = prepare({ resource: JSON.parse(resource) as unknown });
						expect(verdict(receive(merchant, request))).toMatch(/^(500 .*|ignored)$/);
					},
				),
				{ numRuns: 50 },
			);
		});
	},
);
