import { NO_BUFFER } from '../../../../lib/stock/safety-buffer';
import { onlyRose, stockWatch } from '../../../../lib/stock/stock-watch';
import { fakeOdoo } from '../odoo/fake-odoo';

const promise = (quantity_to_promise: number) => ({ quantity_to_promise });

it.each([
	[5, 9, true],
	[5, 5, true],
	[5, 4, false],
	[0, 3, false],
])('stock from %i to %i may wait: %s', (told, now, waits) => {
	expect(onlyRose(promise(told), promise(now))).toBe(waits);
});

it('reads the kits of a changed component, and leaves out what Odoo keeps no stock of', async () => {
	const odoo = fakeOdoo(
		({ params }) => {
			const domain = JSON.stringify(params?.domain);
			if (domain.includes('bom_line_ids.product_id'))
				return domain.includes('[41]') ? [{ id: 43 }] : [];
			if (domain.includes('phantom')) return [{ id: 43 }];
			return [
				{ id: 41, type: 'consu', free_qty: 0 },
				{ id: 43, type: 'consu', free_qty: 1 },
			];
		},
		['free_qty', 'bom_ids'],
	);
	const states = await stockWatch({ warehouseIds: [2] }, NO_BUFFER).read(odoo, [41]);
	expect(states).toMatchObject([{ id: 43, json: { quantity_to_promise: 1 } }]);
});
