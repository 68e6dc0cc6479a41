import { cancelOrder } from '../../../lib/orders/after-sales/cancel-order';
import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { payment } from '../support/payments';
import { breakingOff, record, recordWithin } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** What becomes of an order that does not get all of its pieces. */
describe.each(VERSIONS)('Shortages in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);

	let client: OdooClient;
	beforeAll(async () => {
		client = await shop().connect(protocol);
	});
	const scarce = () => {
		const product = shop().product(2);
		return { product, tooMany: payment([{ product, quantity: 3, price: 100 }]) };
	};
	/** Whether both pieces are there for somebody else. */
	const bothAreFree = async (product: number) => {
		const [other] = await record(client, [payment([{ product, quantity: 2, price: 100 }])]);
		return other?.status === 'reserved';
	};

	it('keeps what is there by default', async () => {
		const { product, tooMany } = scarce();
		const [recorded] = await record(client, [tooMany]);
		expect(recorded).toMatchObject({ status: 'short', lines: [{ reserved: 2, missing: 1 }] });
		expect(await bothAreFree(product)).toBe(false);
	});

	it('lets go of the pieces and asks a person, when told to release', async () => {
		const { product, tooMany } = scarce();
		const [recorded] = await record(client, [tooMany], { taxes: 'none', whenShort: 'release' });
		const kept = { status: 'short', state: 'sale', lines: [{ reserved: 0, missing: 1 }] };
		expect(recorded).toMatchObject(kept);
		expect(await bothAreFree(product)).toBe(true);
		const [seen] = await seenOrders(shop(), tooMany);
		expect(seen?.state).toBe('sale');
		expect(seen?.activities).toEqual([expect.stringContaining('1 of 3')]);
	});

	it('leaves the order a draft and asks a person, when told not to confirm', async () => {
		const { product, tooMany } = scarce();
		const options = { taxes: 'none', whenShort: 'leave_unconfirmed' } as const;
		const plenty = payment([{ product: shop().product(1000), quantity: 1, price: 100 }]);
		const [recorded, other] = await record(client, [tooMany, plenty], options);
		const draft = { status: 'short', state: 'draft', lines: [{ reserved: 0, missing: 1 }] };
		expect(recorded).toMatchObject(draft);
		expect(other).toMatchObject({ status: 'reserved', state: 'sale' });
		expect(await bothAreFree(product)).toBe(true);
		const [again] = await record(client, [tooMany], options);
		expect(again).toMatchObject({ status: 'needs_review', state: 'draft' });
		const seen = await seenOrders(shop(), tooMany);
		expect(seen).toMatchObject([{ state: 'draft', activities: [expect.any(String)] }]);
	});

	it.each(['release', 'leave_unconfirmed'] as const)(
		'carries out %s at the next delivery when an attempt broke off after the confirmation',
		async (whenShort) => {
			const { product, tooMany } = scarce();
			const options = { taxes: 'none', whenShort } as const;
			const broken = breakingOff(client, 'sale.order', 'action_confirm');
			const [cut] = await recordWithin(20_000, broken, [tooMany], options);
			expect(cut).toMatchObject({ error: { code: 'ODOO_VALIDATION' } });
			expect(await seenOrders(shop(), tooMany)).toMatchObject([{ state: 'sale', activities: [] }]);
			const [recorded] = await record(client, [tooMany], options);
			const state = whenShort === 'release' ? 'sale' : 'draft';
			expect(recorded).toMatchObject({
				status: 'short',
				state,
				lines: [{ reserved: 0, missing: 1 }],
			});
			expect(await bothAreFree(product)).toBe(true);
			expect((await seenOrders(shop(), tooMany))[0]?.activities).toHaveLength(1);
		},
	);

	it('finishes an order that a crash on the way to a draft has left cancelled', async () => {
		const { product, tooMany } = scarce();
		const options = { taxes: 'none', whenShort: 'leave_unconfirmed' } as const;
		const crashBehind = async (order: PaidOrder) => {
			const broken = breakingOff(client, 'sale.order', 'action_cancel');
			const [cut] = await recordWithin(20_000, broken, [order], options);
			expect(cut).toMatchObject({ error: { code: 'ODOO_VALIDATION' } });
			expect(await seenOrders(shop(), order)).toMatchObject([
				{ state: 'cancel', activities: [expect.stringContaining('1 of 3')] },
			]);
		};
		await crashBehind(tooMany);
		for (const delivery of [2, 3]) {
			const [recorded] = await record(client, [tooMany], options);
			const left = { delivery, status: 'needs_review', state: 'draft' };
			expect({ delivery, ...recorded }).toMatchObject(left);
		}
		expect(await bothAreFree(product)).toBe(true);
		expect((await seenOrders(shop(), tooMany))[0]?.activities).toHaveLength(1);

		const { tooMany: unwanted } = scarce();
		await crashBehind(unwanted);
		await cancelOrder(client, unwanted.payment, 'the buyer wants it no more', false);
		const [after] = await record(client, [unwanted], options);
		expect(after).toMatchObject({ status: 'needs_review', state: 'cancel' });
	});

	it('does not carry a policy out again, nor for an order that a person has confirmed', async () => {
		const options = { taxes: 'none', whenShort: 'release' } as const;
		const { tooMany } = scarce();
		const [released] = await record(client, [tooMany], options);
		const { admin } = shop();
		const reserve = async (order = 0) => {
			const ofOrder = [['sale_id', '=', order]];
			const pickings = await admin.call<number[]>('stock.picking', 'search', [ofOrder]);
			await admin.call('stock.picking', 'action_assign', [pickings]);
		};
		await reserve(released?.sale_order_id);
		const kept = { status: 'short', state: 'sale', lines: [{ reserved: 2, missing: 1 }] };
		expect((await record(client, [tooMany], options))[0]).toMatchObject(kept);

		const product = shop().product(2);
		const draft = payment([{ product, quantity: 3, price: 100 }], 297);
		const [left] = await record(client, [draft], options);
		const ofOrder = [['order_id', '=', left?.sale_order_id]];
		const lines = await admin.call<number[]>('sale.order.line', 'search', [ofOrder]);
		await admin.call('sale.order.line', 'write', [lines, { price_unit: 0.99 }]);
		await admin.call('sale.order', 'action_confirm', [[left?.sale_order_id]]);
		expect((await record(client, [draft], options))[0]).toMatchObject(kept);
	});

	it('gives the last piece to one of several workers, and loses none', async () => {
		for (const round of [1, 2, 3]) {
			const product = shop().product(1);
			const workers = await Promise.all(
				[0, 1, 2, 3].map(
					async (worker) =>
						await connectOdoo({
							...shop().connection(protocol),
							timeoutMs: 57_000 - 10 * round - worker,
						}),
				),
			);
			const recorded = await Promise.all(
				workers.map(async (worker) => {
					const orders = [1, 2].map(() => payment([{ product, quantity: 1, price: 100 }]));
					return await record(worker, orders);
				}),
			);
			const statuses = recorded.flat().map(({ status }) => status);
			expect(statuses.sort()).toEqual(['reserved', ...Array.from({ length: 7 }, () => 'short')]);
			const [line] = await shop().admin.call<Array<{ reserved_quantity: number }>>(
				'stock.quant',
				'read_group',
				[
					[
						['product_id', '=', product],
						['location_id.usage', '=', 'internal'],
					],
					['reserved_quantity'],
					[],
				],
			);
			expect(line?.reserved_quantity).toBe(1);
		}
	});
});
