import { forgetRows, rowsOfSkus } from '../../../../../lib/sku-map/odoo/row-cache';
import { fakeOdoo } from '../../odoo/fake-odoo';

const KEEP_MS = 60_000;

/** An Odoo whose table has these SKUs, and how often it was read. */
function odooWith(products: Record<string, number>) {
	const skus = Object.keys(products);
	const odoo = fakeOdoo(({ method, params, ids }) => {
		if (method !== 'read') {
			const [[, , asked]] = (params as { domain: [[string, string, string[]]] }).domain;
			return skus.flatMap((sku, index) => (asked.includes(sku) ? [{ id: index + 1 }] : []));
		}
		return (ids ?? []).map((id) => {
			const sku = skus[id - 1]!;
			const counts = { x_quantity: 1, x_part: 1, x_parts: 1, x_price: 'as_paid' };
			return { id, x_name: sku, x_product_id: products[sku], ...counts };
		});
	});
	const reads = () => odoo.calls.filter(({ method }) => method === 'read').length;
	return { odoo, reads };
}

afterEach(forgetRows);

it('reads the table once for all SKUs of a run, and keeps what it found for the stated time', async () => {
	const products: Record<string, number> = { TEE: 7, MUG: 8 };
	const { odoo, reads } = odooWith(products);
	const ask = async (now: number) => await rowsOfSkus(odoo, ['TEE', 'MUG'], KEEP_MS, now);
	expect([...(await ask(0)).keys()]).toEqual(['TEE', 'MUG']);
	expect(reads()).toBe(1);

	products.TEE = 9;
	expect((await ask(KEEP_MS - 1)).get('TEE')).toMatchObject([{ product: 'id:7' }]);
	expect(reads()).toBe(1);

	expect((await ask(KEEP_MS)).get('TEE')).toMatchObject([{ product: 'id:9' }]);
	expect(reads()).toBe(2);
});

it('reads anew what was written, through whichever connection', async () => {
	const products: Record<string, number> = { TEE: 7 };
	const { odoo } = odooWith(products);
	const ask = async () => (await rowsOfSkus(odoo, ['TEE'], KEEP_MS, 0)).get('TEE');
	expect(await ask()).toMatchObject([{ product: 'id:7' }]);
	products.TEE = 9;
	forgetRows();
	expect(await ask()).toMatchObject([{ product: 'id:9' }]);
});

it('does not keep what it read before somebody wrote', async () => {
	const products: Record<string, number> = { TEE: 7 };
	const { odoo } = odooWith(products);
	const ask = async () => (await rowsOfSkus(odoo, ['TEE'], KEEP_MS, 0)).get('TEE');
	const early = ask();
	forgetRows();
	await early;
	products.TEE = 9;
	expect(await ask()).toMatchObject([{ product: 'id:9' }]);
});

it('asks each time for a SKU that the table lacks', async () => {
	const products: Record<string, number> = { TEE: 7 };
	const { odoo } = odooWith(products);
	const asked = async () =>
		[...(await rowsOfSkus(odoo, ['TEE', 'NEW'], KEEP_MS, 0)).keys()].join(' ');
	expect(await asked()).toBe('TEE');
	const calls = odoo.calls.length;
	expect(await asked()).toBe('TEE');
	expect(odoo.calls.length).toBeGreaterThan(calls);
});

it('asks each time where nothing is to be kept', async () => {
	const { odoo, reads } = odooWith({ TEE: 7 });
	for (let run = 0; run < 2; run++) await rowsOfSkus(odoo, ['TEE'], 0, 0);
	expect(reads()).toBe(2);
});
