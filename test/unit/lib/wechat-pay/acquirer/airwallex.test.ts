import { fromAirwallex } from './requests';

describe('a payment through Airwallex', () => {
	it('becomes an item in the shape of WeChat Pay Trigger', async () => {
		expect(await fromAirwallex()).toEqual({
			kind: 'payment',
			item: {
				mchid: 'airwallex:acct_airwallex1',
				out_trade_no: 'SHOP20261122000001',
				transaction_id: 'int_hkdmr5hq5gmbs9wwa9n',
				trade_state: 'SUCCESS',
				success_time: '2026-11-22T13:29:35+00:00',
				payer: {},
				amount: { total: 24850, currency: 'HKD' },
				total_fen: 24850,
				total: '248.50',
				lines: [
					{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900, unit_price: '99.00' },
					{ sku: 'CAP-BLK', quantity: 1, unit_price_fen: 5050, unit_price: '50.50' },
				],
				lines_source: 'field',
				acquirer: {
					name: 'airwallex',
					account: 'acct_airwallex1',
					payment_id: 'int_hkdmr5hq5gmbs9wwa9n',
					method: 'wechatpay',
				},
				notification: {
					id: 'evt_int_hkdmr5hq5gmbs9wwa9n',
					event_type: 'payment_intent.succeeded',
					create_time: '2026-11-22T13:29:35+00:00',
					acknowledge: 'webhook',
					batch_id: 'airwallex:evt_int_hkdmr5hq5gmbs9wwa9n',
					batch_size: 1,
					api: 'airwallex',
				},
			},
		});
	});

	it.each([
		[0.1, 'HKD', 10],
		[1.15, 'USD', 115],
		[8.29, 'AED', 829],
		[4.35, 'CNY', 435],
		[1999, 'JPY', 1999],
		[12.345, 'KWD', 12345],
		[90071992547.4, 'SGD', 9007199254740],
	])('takes %d %s as %i of its smallest unit, without a float', async (amount, currency, total) => {
		expect(await fromAirwallex({ amount, currency })).toMatchObject({
			item: { amount: { total, currency }, total_fen: total },
		});
	});

	it.each([
		[19.5, 'JPY'],
		[1.234, 'HKD'],
		[0, 'HKD'],
		[-1, 'HKD'],
	])(
		'refuses %d %s, which is no amount, so that Airwallex sends it again',
		async (amount, currency) => {
			await expect(fromAirwallex({ amount, currency })).rejects.toMatchObject({
				code: 'ACQUIRER_EVENT_UNREADABLE',
				message: `The acquirer's event has no valid amount in ${currency}.`,
			});
		},
	);

	it('of a card is ignored, unless all methods are taken', async () => {
		expect(await fromAirwallex({ method: 'card' })).toMatchObject({
			kind: 'ignored',
			reason: 'It was paid by card.',
		});
		expect(await fromAirwallex({ method: 'card' }, { methods: 'all' })).toMatchObject({
			kind: 'payment',
			item: { acquirer: { method: 'card' } },
		});
	});

	it('of an unknown method is not dropped: it may be an order', async () => {
		await expect(fromAirwallex({ method: '' })).rejects.toMatchObject({
			code: 'ACQUIRER_METHOD_UNKNOWN',
		});
		expect(await fromAirwallex({ method: '' }, { methods: 'all' })).toMatchObject({
			kind: 'payment',
		});
	});

	it('belongs to the account that the event names, and to the one of the credential if it has one', async () => {
		expect(await fromAirwallex({ accountId: 'acct_2' })).toMatchObject({
			item: { mchid: 'airwallex:acct_2' },
		});
		await expect(
			fromAirwallex({ accountId: 'acct_2' }, {}, { accountId: 'acct_1' }),
		).rejects.toMatchObject({ code: 'ACQUIRER_ACCOUNT_MISMATCH' });
	});

	it.each(['payment_intent.created', 'payment_intent.cancelled', 'payment_attempt.settled', ''])(
		'is not announced by "%s"',
		async (event) => {
			const result = await fromAirwallex({ event });
			expect(result).toMatchObject({ kind: 'ignored', notification: { event_type: event } });
		},
	);
});
