import type { OdooClient } from '../../../lib/odoo/client';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { waitingDrafts } from '../../../lib/orders/record/waiting-drafts';
import { payment, unmapped } from '../support/payments';
import { record } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

const HALF_AN_EMOJI = '👕'.substring(0, 1);

/** What one odd payment does to the others of its batch, and what becomes of it. */
describe.each(VERSIONS)('Odd payments in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});
		const good = () => payment([{ product, quantity: 1, price: 100 }]);
		const changed = (change: Partial<PaidOrder['payment']>): PaidOrder => {
			const order = good();
			return { ...order, payment: { ...order.payment, ...change } };
		};
		const inReview = { status: 'needs_review', state: 'draft' };

		/** Records one odd payment between good ones, twice, as WeChat repeats it. */
		async function among(odd: PaidOrder) {
			const orders = [good(), good(), odd, good(), good()];
			const recorded = await record(client, orders);
			const others = recorded.filter((_, index) => index !== 2);
			expect(others.map(({ status }) => status)).toEqual(Array(4).fill('reserved'));
			const [again] = await record(client, [odd]);
			expect(again).toMatchObject({ sale_order_id: recorded[2]?.sale_order_id, adopted: true });
			const number = odd.payment.out_trade_no.replace('\u0000', '\ufffd');
			const [seen, ...more] = await seenOrders(shop(), {
				...odd,
				payment: { ...odd.payment, out_trade_no: number },
			});
			expect(more).toEqual([]);
			return { recorded: recorded[2], again, seen };
		}

		it.each(['HKD', 'XTS'])(
			'records a payment in %s, which has no pricelist, as a draft with its amounts as text',
			async (currency) => {
				const { recorded, again, seen } = await among(changed({ amount: { currency } }));
				expect(recorded).toMatchObject({ ...inReview, lines: [] });
				expect(recorded?.reason).toContain(`no active pricelist in ${currency}`);
				expect(again).toMatchObject(inReview);
				expect(seen?.notes).toEqual([
					`Paid: 1.00 ${currency}`,
					`SKU SKU-${product} × 1 at 1.00 ${currency}`,
				]);
				expect(seen?.activities).toHaveLength(1);
				expect(seen?.activities[0]).toContain(currency);
			},
		);

		it('completes such a draft once there is a pricelist', async () => {
			const { admin } = shop();
			const order = changed({ amount: { currency: 'SGD' } });
			const [draft] = await record(client, [order]);
			const [currency] = await admin.call<number[]>('res.currency', 'search', [
				[
					['name', '=', 'SGD'],
					['active', 'in', [true, false]],
				],
			]);
			await admin.call('res.currency', 'write', [[currency], { active: true }]);
			const values = { name: `SGD ${protocol}`, currency_id: currency };
			const list = await admin.call<number>('product.pricelist', 'create', [values]);
			const [completed] = await record(client, [order], { taxes: 'none', completeDrafts: true });
			await admin.call('product.pricelist', 'write', [[list], { active: false }]);
			expect(completed).toMatchObject({
				sale_order_id: draft?.sale_order_id,
				status: 'reserved',
				currency: 'SGD',
				amount_total: '1.00',
			});
		});

		it.each<[string, () => PaidOrder]>([
			[
				'a NUL in the name and the address',
				() => ({ ...good(), contact: { name: 'Zh\u0000ang' }, address: { text: '1\u0000 Road' } }),
			],
			[
				'half an emoji in the name',
				() => ({ ...good(), contact: { name: `Zhang ${HALF_AN_EMOJI}` } }),
			],
			[
				'U+FFFE and U+2028 in the campaign',
				() => ({ ...good(), channel: { campaign: 'Eleven\ufffe\u2028' } }),
			],
			[
				'a NUL in the number of the order',
				() => changed({ out_trade_no: `S\u0000${Date.now()}${protocol}` }),
			],
		])('records a payment with %s like any other', async (_, odd) => {
			const { recorded } = await among(odd());
			expect(recorded?.status).toBe('reserved');
		});

		it('records a payment whose unmapped SKU has a NUL and half an emoji as a draft', async () => {
			const order = unmapped(good());
			const sku = `TEE\u0000${HALF_AN_EMOJI}`;
			const lines = [{ sku, quantity: 1, unit_price_fen: 100 }];
			const { recorded, seen } = await among({ ...order, payment: { ...order.payment, lines } });
			expect(recorded).toMatchObject(inReview);
			expect(seen?.notes).toEqual(['Paid: 1.00 CNY', 'SKU TEE\ufffd\ufffd × 1 at 1.00 CNY']);
		});

		it('reads back what was paid, whatever the lines of an address say', async () => {
			const order = unmapped(payment([{ product, quantity: 1, price: 10_000 }]));
			const text = ['1 Road', '1 Road\u2028']
				.map((road) => `${road}\nAmount: 1.00 CNY`)
				.join('\r\n');
			await record(client, [{ ...order, address: { text } }, unmapped(good())]);
			const drafts = await waitingDrafts(client);
			const { transaction_id: transaction, lines } = order.payment;
			expect(drafts.filter((one) => one.transaction_id === transaction)).toMatchObject([
				{ total: '100.00', total_fen: 10_000, mchid: order.payment.mchid, lines },
			]);
			const odd = drafts.find((one) => one.transaction_id === transaction);
			await shop().admin.call('mail.message', 'create', [
				{
					...{ model: 'sale.order', res_id: odd?.odoo.sale_order_id, message_type: 'comment' },
					body: `<p>WeChat Pay payment ${transaction} of merchant ${order.payment.mchid}</p><p>Order number of the shop: x</p><p>Amount: 1.00 CNY</p>`,
				},
			]);
			expect(
				(await waitingDrafts(client)).find((one) => one.transaction_id === transaction),
			).toEqual(odd);
		});

		it('records a payment of 0 as a draft', async () => {
			const { recorded, seen } = await among(changed({ total_fen: 0 }));
			expect(recorded).toMatchObject({ ...inReview, reason: expect.stringContaining('of 0') });
			expect(seen?.notes[0]).toBe('Paid: 0.00 CNY');
		});

		it('records a payment whose product id no database can hold as a draft', async () => {
			const { recorded, seen } = await among(
				payment([{ product: 3_000_000_000, quantity: 1, price: 100 }]),
			);
			expect(recorded).toMatchObject({ ...inReview, lines: [] });
			expect(recorded?.reason).toContain('3000000000');
			expect(seen?.activities).toHaveLength(1);
		});

		it('records a payment whose buyer Odoo rejects as a draft', async () => {
			const { admin } = shop();
			const [model_id] = await admin.call<number[]>('ir.model', 'search', [
				[['model', '=', 'res.partner']],
			]);
			const name = `Refused ${protocol}`;
			const error = version === '14' ? 'Warning' : 'UserError';
			const code = `if any(one.name == '${name}' for one in records):\n  raise ${error}('No ${name}')`;
			const action = { name, model_id, state: 'code', code };
			const trigger = 'on_create_or_write';
			const actions = [[0, 0, { ...action, usage: 'base_automation' }]];
			const rule = await admin.call<number>('base.automation', 'create', [
				version === '14'
					? { ...action, trigger }
					: { name, model_id, trigger, action_server_ids: actions },
			]);
			try {
				const { recorded, seen } = await among({ ...good(), contact: { name } });
				expect(recorded).toMatchObject({ ...inReview, lines: [] });
				expect(recorded?.reason).toContain(`No ${name}`);
				expect(seen?.buyer).not.toContain(name);
				expect(seen?.activities).toHaveLength(1);
			} finally {
				await admin.call('base.automation', 'unlink', [[rule]]);
			}
		});
	});
});
