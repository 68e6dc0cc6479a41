import type { OdooClient } from '../../../lib/odoo/client';
import { payment } from './payments';
import { record } from './recording';
import { seenOrders } from './seen-orders';
import type { Protocol, Shop } from './shop';

/** What becomes of an order that does not get all of its pieces. */
export function describeShortages(shop: () => Shop, protocol: Protocol): void {
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
}
