import { IntegrationError } from '../../../../../lib/core/errors';
import type { OrderInProgress } from '../../../../../lib/orders/record/check-order';
import { writeRemarks } from '../../../../../lib/orders/record/write-remarks';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { orderState, paidOrder } from '../orders';

const inProgress = (remark: string | undefined, ours = true): OrderInProgress => ({
	order: { ...paidOrder(), ...(remark && { remark }) },
	key: 'key',
	source: { ours, adopted: false },
	state: orderState(),
	check: { outcome: 'confirmed' },
});

/** Writes a remark to an order and a transfer with these notes. @returns what was written, by model */
async function write(
	orders: OrderInProgress[],
	{ order = false, transfer = false, type = 'html' }: Record<string, unknown> = {},
	denied = '',
) {
	const odoo = fakeOdoo(({ model, method }) => {
		if (model === denied) {
			const texts = { message: '', likelyCause: '', nextStep: '' };
			throw new IntegrationError({ code: 'ODOO_ACCESS_DENIED', ...texts });
		}
		if (method === 'fields_get') return { note: { type } };
		if (method === 'load') return { ids: [1], messages: [] };
		if (method === 'has_access') return true;
		if (model === 'sale.order') return [{ id: 1, note: order }];
		return [{ id: 7, note: transfer, sale_id: [1, 'S1'] }];
	});
	await writeRemarks(odoo, orders);
	const loads = odoo.calls.filter(({ method }) => method === 'load');
	return { odoo, written: loads.map(({ model, params }) => [model, params?.data]) };
}

it('asks Odoo nothing without a remark, or for the order of a person', async () => {
	const { odoo } = await write([inProgress(undefined), inProgress('Ring twice', false)]);
	expect(odoo.calls).toEqual([]);
});

it('writes the remark above the notes of order and transfer', async () => {
	const { written } = await write([inProgress('Ring <twice>')], { order: '<p>Terms</p>' });
	expect(written).toEqual([
		['sale.order', [['1', '<p>Buyer&#39;s remark: Ring &#60;twice&#62;</p><p>Terms</p>']]],
		['stock.picking', [['7', '<p>Buyer&#39;s remark: Ring &#60;twice&#62;</p>']]],
	]);
});

it('writes plain text where notes are no HTML', async () => {
	const { written } = await write([inProgress('Ring twice')], { order: 'Terms', type: 'text' });
	expect(written[0]).toEqual(['sale.order', [['1', "Buyer's remark: Ring twice\nTerms"]]]);
});

it('writes a remark once, however often its notification is delivered', async () => {
	const note = '<p>Buyer\'s remark: Ring "twice"</p><p>Terms</p>';
	const { written } = await write([inProgress('Ring "twice"')], { order: note, transfer: note });
	expect(written).toEqual([]);
});

it('records an order whose transfers the user may not change', async () => {
	const { written } = await write([inProgress('Ring twice')], {}, 'stock.picking');
	expect(written.map(([model]) => model)).toEqual(['sale.order']);
});
