import { readRefundItem } from '../../../../../lib/orders/after-sales/refund';
import { fromAirwallex, fromStripe, signedByHand, AIRWALLEX, NOW, READING } from './requests';
import { receiveAcquirerEvent } from '../../../../../lib/wechat-pay/acquirer/receive';

const settled = { id: 'rfd_1', amount: 48.5, status: 'SETTLED' };
const succeeded = { id: 're_1', amount: 4850, status: 'succeeded' };

it.each([
	['Airwallex', fromAirwallex({ refund: settled }), 'airwallex:acct_airwallex1', 'rfd_1'],
	['Stripe', fromStripe({ refund: succeeded }), 'stripe:acct_stripe1', 're_1'],
])('a refund that %s has paid is named by its payment', async (_, event, mchid, refund_id) => {
	const result = await event;
	const transaction_id = refund_id === 're_1' ? 'pi_3PqABC' : 'int_hkdmr5hq5gmbs9wwa9n';
	expect(result).toMatchObject({
		kind: 'refund',
		item: {
			...{ mchid, transaction_id, refund_id, refund_status: 'SUCCESS' },
			...{ amount: { refund: 4850, currency: 'HKD' }, refund_fen: 4850, refund: '48.50' },
		},
	});
	if (result.kind !== 'refund') throw new Error(result.kind);
	// What the order came to is not in the event: Odoo's order knows it.
	expect(readRefundItem({ ...result.item })).toEqual({
		...{ mchid, transaction_id, out_trade_no: transaction_id, refund_id },
		...{ refund_status: 'SUCCESS', refund_fen: 4850, currency: 'HKD' },
		announced: result.item.notification.create_time,
		// Only Stripe's event names the method.
		...(refund_id === 're_1' && { isWechat: true }),
	});
});

it('a refund that failed is closed, and one under way is ignored', async () => {
	const at = async (status: string) => [
		await fromAirwallex({ refund: { ...settled, status: status.toUpperCase() } }),
		await fromStripe({ refund: { ...succeeded, status } }),
	];
	for (const result of await at('failed')) {
		expect(result).toMatchObject({ kind: 'refund', item: { refund_status: 'CLOSED' } });
	}
	const [canceled] = [await fromStripe({ refund: { ...succeeded, status: 'canceled' } })];
	expect(canceled).toMatchObject({ kind: 'refund', item: { refund_status: 'CLOSED' } });
	for (const status of ['received', 'accepted', 'pending', 'requires_action']) {
		for (const result of await at(status)) {
			expect(result).toMatchObject({ kind: 'ignored', reason: 'The refund is still under way.' });
		}
	}
});

it("ignores a card's refund where the event names the method", async () => {
	const card = { method: 'card', refund: succeeded };
	expect(await fromStripe(card)).toMatchObject({ kind: 'ignored', reason: 'It was paid by card.' });
	expect(await fromStripe(card, { methods: 'all' })).toMatchObject({ kind: 'refund' });
});

it('counts yen as yen', async () => {
	const yen = await fromAirwallex({ currency: 'JPY', refund: { ...settled, amount: 4850 } });
	expect(yen).toMatchObject({ item: { refund_fen: 4850, refund: '4850' } });
	expect(
		await fromStripe({ currency: 'jpy', refund: { ...succeeded, amount: 4850 } }),
	).toMatchObject({ item: { refund_fen: 4850, refund: '4850' } });
});

it.each(['id', 'payment_intent_id', 'amount', 'currency'])(
	'a genuine refund without %s is not dropped',
	(name) => {
		const object: Record<string, unknown> = { id: 'rfd_1', payment_intent_id: 'int_1' };
		Object.assign(object, { amount: 1, currency: 'HKD', status: 'SETTLED' });
		delete object[name];
		const event = { id: 'evt', name: 'refund.settled', accountId: 'acct', data: { object } };
		const { headers, body } = signedByHand(event);
		expect(() => receiveAcquirerEvent(AIRWALLEX, headers, body, READING, NOW)).toThrow(
			expect.objectContaining({ code: 'ACQUIRER_EVENT_UNREADABLE' }),
		);
	},
);
