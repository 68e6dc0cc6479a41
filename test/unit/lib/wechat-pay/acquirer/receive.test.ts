import fc from 'fast-check';

import { airwallexWebhook } from '../../../../../sandbox';
import { receiveAcquirerEvent } from '../../../../../lib/wechat-pay/acquirer/receive';
import {
	AIRWALLEX,
	fromAirwallex,
	fromStripe,
	inAirwallex,
	NOW,
	READING,
	signedByHand,
} from './requests';

it('does not read what is not verified, and says why it is refused', async () => {
	const { headers } = await airwallexWebhook(inAirwallex(), AIRWALLEX.signingSecret, NOW);
	const result = receiveAcquirerEvent(AIRWALLEX, headers, Buffer.from('{"a":'), READING, NOW);
	expect(result).toMatchObject({
		kind: 'refused',
		error: { code: 'ACQUIRER_SIGNATURE_INVALID' },
	});
});

it('records a paid order without an order number under the number of the payment', async () => {
	expect(await fromAirwallex({ orderNumber: '' })).toMatchObject({
		item: { out_trade_no: 'int_hkdmr5hq5gmbs9wwa9n' },
	});
	expect(await fromStripe({ metadata: {} })).toMatchObject({
		item: { out_trade_no: 'pi_3PqABC', lines: [] },
	});
});

it('takes what is not documented from the fields that the node names', async () => {
	const metadata = { no: 'SHOP-7', openid: 'oUpF8', wx: '4200002761202611221234567890', lines: '' };
	const reading = {
		orderNumberPath: 'metadata.no',
		openidPath: 'metadata.openid',
		wechatTransactionIdPath: 'metadata.wx',
	};
	const expected = {
		out_trade_no: 'SHOP-7',
		payer: { openid: 'oUpF8' },
		acquirer: { wechat_transaction_id: metadata.wx },
	};
	expect(await fromAirwallex({ metadata }, reading)).toMatchObject({ item: expected });
	expect(await fromStripe({ metadata }, reading)).toMatchObject({ item: expected });
});

it('needs account, number and amount; any of the other fields may be absent', () => {
	const object = {
		id: 'int_1',
		amount: 12.5,
		currency: 'HKD',
		merchant_order_id: 'SHOP-1',
		captured_amount: 12.5,
		status: 'SUCCEEDED',
		metadata: { lines: 'TEE*1' },
		created_at: '2026-11-22T13:29:35+0000',
		updated_at: '2026-11-22T13:29:35+0000',
	};
	const needed = ['id', 'amount', 'currency'];
	const optional = Object.keys(object).filter((name) => !needed.includes(name));
	const event = { id: 'evt', created_at: '2026-11-22T13:29:35+0000' };
	fc.assert(
		fc.property(fc.subarray(optional), fc.subarray(Object.keys(event)), (absent, noEvent) => {
			const without = (fields: object, names: string[]) =>
				Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
			const { headers, body } = signedByHand({
				...without(event, noEvent),
				name: 'payment_intent.succeeded',
				account_id: 'acct_1',
				data: { object: without(object, absent) },
			});
			const reading = { ...READING, methods: 'all' as const };
			expect(receiveAcquirerEvent(AIRWALLEX, headers, body, reading, NOW)).toMatchObject({
				kind: 'payment',
				item: {
					mchid: 'airwallex:acct_1',
					transaction_id: 'int_1',
					out_trade_no: absent.includes('merchant_order_id') ? 'int_1' : 'SHOP-1',
					amount: { total: 1250, currency: 'HKD' },
				},
			});
		}),
	);
});

it.each([
	['data.object', { name: 'payment_intent.succeeded', data: {} }],
	['id', { name: 'payment_intent.succeeded', data: { object: { currency: 'HKD', amount: 1 } } }],
	['currency', { name: 'payment_intent.succeeded', data: { object: { id: 'int_1', amount: 1 } } }],
	['JSON object', []],
])('a genuine event without %s is not dropped', (name, event) => {
	const { headers, body } = signedByHand(event);
	expect(() => receiveAcquirerEvent(AIRWALLEX, headers, body, READING, NOW)).toThrow(
		`The acquirer's event has no valid ${name}.`,
	);
});
