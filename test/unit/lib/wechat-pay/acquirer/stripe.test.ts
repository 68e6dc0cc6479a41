import { fromStripe } from './requests';

describe('a payment through Stripe', () => {
	it("becomes an item in the shape of WeChat Pay Trigger, with WeChat's own number", async () => {
		const wechatTransactionId = '4200002761202611221234567890';
		expect(await fromStripe({ wechatTransactionId })).toMatchObject({
			kind: 'payment',
			item: {
				mchid: 'stripe:acct_stripe1',
				out_trade_no: 'SHOP20261122000001',
				transaction_id: 'pi_3PqABC',
				success_time: '2026-11-22T13:29:35.000Z',
				amount: { total: 24850, currency: 'HKD' },
				total: '248.50',
				lines: [
					{ sku: 'TEE-RED-M', quantity: 2 },
					{ sku: 'CAP-BLK', quantity: 1 },
				],
				acquirer: { method: 'wechat_pay', wechat_transaction_id: wechatTransactionId },
			},
		});
	});

	it('is one order, whether the charge or the Payment Intent announces it', async () => {
		const events = ['charge.succeeded', 'payment_intent.succeeded'];
		const results = await Promise.all(events.map((event) => fromStripe({ event })));
		for (const result of results) {
			expect(result).toMatchObject({
				item: { mchid: 'stripe:acct_stripe1', transaction_id: 'pi_3PqABC', total_fen: 24850 },
			});
		}
	});

	it.each([
		[24850, 'cny', 24850],
		[500, 'jpy', 500],
		[500, 'bif', 500],
		[12340, 'kwd', 12340],
		[50000, 'ugx', 500],
		[500, 'mga', 50000],
	])('of %i %s is %i of the smallest unit of ISO 4217', async (amount, currency, total) => {
		expect(await fromStripe({ amount, currency })).toMatchObject({
			item: { amount: { total, currency: currency.toUpperCase() } },
		});
	});

	it.each([
		[50, 'ugx'],
		[0, 'hkd'],
		[1.5, 'hkd'],
	])('of %d %s is no amount, and is sent again', async (amount, currency) => {
		await expect(fromStripe({ amount, currency })).rejects.toMatchObject({
			code: 'ACQUIRER_EVENT_UNREADABLE',
		});
	});

	it('of a card is ignored', async () => {
		for (const event of ['charge.succeeded', 'payment_intent.succeeded']) {
			expect(await fromStripe({ event, method: 'card' })).toMatchObject({
				kind: 'ignored',
				reason: 'It was paid by card.',
			});
		}
	});

	it('whose Payment Intent allows several methods is not dropped: it may be an order', async () => {
		await expect(
			fromStripe({ event: 'payment_intent.succeeded', allowed: ['card', 'wechat_pay'] }),
		).rejects.toMatchObject({ code: 'ACQUIRER_METHOD_UNKNOWN' });
	});

	it('in test mode is ignored, unless tests are accepted, and then it is marked', async () => {
		expect(await fromStripe({ livemode: false })).toMatchObject({ kind: 'ignored' });
		expect(await fromStripe({ livemode: false }, { acceptTest: true })).toMatchObject({
			item: { acquirer: { test: true } },
		});
	});

	it('of a connected account belongs to that account', async () => {
		expect(await fromStripe({ account: 'acct_other' }, {}, { accountId: '' })).toMatchObject({
			item: { mchid: 'stripe:acct_other' },
		});
		await expect(fromStripe({ account: 'acct_other' })).rejects.toMatchObject({
			code: 'ACQUIRER_ACCOUNT_MISMATCH',
		});
		await expect(fromStripe({}, {}, { accountId: '' })).rejects.toMatchObject({
			code: 'ACQUIRER_ACCOUNT_MISSING',
		});
	});

	it.each(['charge.refunded', 'payment_intent.created', 'charge.pending'])(
		'is not announced by %s',
		async (event) => {
			expect(await fromStripe({ event })).toMatchObject({ kind: 'ignored' });
		},
	);
});
