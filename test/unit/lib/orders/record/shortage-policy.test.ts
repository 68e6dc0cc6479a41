import { IntegrationError } from '../../../../../lib/core/errors';
import type { ShortagePolicy } from '../../../../../lib/orders/model/paid-order';
import { applyShortagePolicy } from '../../../../../lib/orders/record/shortage-policy';
import type { RecordedOrder } from '../../../../../lib/orders/sale-order/recorded-order';
import { fakeOdoo } from '../../odoo/fake-odoo';

const unknown = new IntegrationError({
	...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
});

const short: RecordedOrder = {
	status: 'short',
	sale_order_id: 1,
	name: 'S1',
	state: 'sale',
	adopted: false,
	currency: 'CNY',
	amount_total: '3.00',
	lines: [
		{ sale_order_line_id: 4, product_id: 41, sku: 'TEE', ordered: 3, reserved: 2, missing: 1 },
	],
};

/** @param confirmedBy user of the last confirmation; 5 is the user of the connection */
async function apply(
	whenShort: ShortagePolicy,
	orders: { confirmed?: RecordedOrder; adopted?: RecordedOrder },
	{ confirmedBy = 5, decided = false } = {},
) {
	const odoo = fakeOdoo(({ model, method, params }) => {
		if (method === 'load') return { ids: [3], messages: [] };
		if (method === 'check_object_reference') {
			if (params?.xml_id === 'mt_order_confirmed') return ['mail.message.subtype', 9];
			return decided ? ['mail.message', 8] : Promise.reject(unknown);
		}
		if (method !== 'search_read') return true;
		if (model === 'stock.picking') return [{ id: 7 }];
		return model === 'mail.message' ? [{ id: 2, res_id: 1, create_uid: [confirmedBy, 'x'] }] : [];
	});
	const { confirmed, adopted } = orders;
	const of = (order?: RecordedOrder) => new Map(order ? [['key', order] as const] : []);
	const changed = await applyShortagePolicy(odoo, of(confirmed), of(adopted), {
		taxes: 'none',
		whenShort,
	});
	const actions = odoo.calls.flatMap(({ method, ids }) => (ids ? [method] : []));
	return { changed: changed.get('key'), actions };
}

it('leaves a back order alone', async () => {
	expect(await apply('back_order', { confirmed: short })).toEqual({ actions: [] });
});

it('leaves an order alone that has all its stock', async () => {
	const reserved = { ...short, status: 'reserved' } as const;
	expect((await apply('release', { confirmed: reserved })).actions).toEqual([]);
});

it('releases the stock of a short order and says what is missing', async () => {
	const { changed, actions } = await apply('release', { confirmed: short });
	expect(actions).toEqual(['do_unreserve']);
	expect(changed).toMatchObject({
		status: 'short',
		state: 'sale',
		lines: [{ reserved: 0, missing: 1 }],
		reason: expect.stringContaining('1 of 3 × TEE'),
	});
});

it('resets a short order to a quotation', async () => {
	const { changed, actions } = await apply('leave_unconfirmed', { confirmed: short });
	expect(actions).toEqual(['action_cancel', 'action_draft']);
	expect(changed).toMatchObject({ state: 'draft', lines: [{ reserved: 0 }] });
});

describe('An order that an earlier attempt confirmed', () => {
	it('gets the policy if that attempt was interrupted before', async () => {
		expect((await apply('release', { adopted: short })).actions).toEqual(['do_unreserve']);
	});

	it('is left alone once the policy was applied', async () => {
		const { actions } = await apply('release', { adopted: short }, { decided: true });
		expect(actions).toEqual([]);
	});

	it('is left alone if a person has confirmed it since', async () => {
		const { actions } = await apply('release', { adopted: short }, { confirmedBy: 2 });
		expect(actions).toEqual([]);
	});
});
