import { deadlineAfter } from '../../../../../lib/core/deadline';
import { IntegrationError } from '../../../../../lib/core/errors';
import { holdStock } from '../../../../../lib/orders/hold/hold-stock';
import { previewHold } from '../../../../../lib/orders/hold/preview-hold';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';
import { holdOne } from '../../../../support/hold-one';

const CONTEXT = { now: () => 0, monotonic: () => 0, random: () => 0, sleep: async () => {} };
const EXPIRES = Date.UTC(2026, 10, 22, 15, 30);
const reference = (day: number) => `WeChat hold until 19${day < 0 ? 69 : 70}-06-01 00:00:00 UTC`;
const unknown = new IntegrationError({
	...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
});

const FIELDS = { sale_line_id: {}, is_storable: {} };

interface Shop {
	/** Unreserved units that each line gets. */
	stock?: number;
	total?: number;
	/** Customer reference of an earlier hold, and whether its payment came first. */
	earlier?: { reference: string; paid?: boolean };
}

function shop({ stock = 9, total = 248, earlier }: Shop = {}) {
	const orders = new Map<number, { state: string; reference: string }>();
	if (earlier) orders.set(1, { state: 'sale', reference: earlier.reference });
	return fakeOdoo(({ model, method, params, ids }) => {
		if (method === 'fields_get') return FIELDS;
		if (method === 'check_object_reference') {
			const attempt = /hold-SHOP1(?:_(\d+))?$/.exec(String(params?.xml_id));
			const id = attempt ? Number(attempt[1] ?? 1) : 0;
			return orders.has(id) ? ['sale.order', id] : Promise.reject(unknown);
		}
		if (method === 'get_metadata') return ids?.map((id) => ({ id, xmlids: [] }));
		if (method === 'load') {
			if (model !== 'sale.order') return { ids: [5], messages: [] };
			orders.set(orders.size + 1, { state: 'draft', reference: reference(1) });
			return { ids: [orders.size], messages: [] };
		}
		const id = Number(ids?.[0] ?? JSON.stringify(params?.domain ?? '').match(/\d+/)?.[0] ?? 0);
		if (method === 'action_confirm') return (orders.get(id)!.state = 'sale');
		if (method === 'action_cancel') return (orders.get(id)!.state = 'cancel');
		if (method === 'web_search_read') {
			const order = orders.get(id);
			const goods = [[4, 41, 2] as const, [5, 42, 1] as const];
			const order_line = goods.map(([line, product, quantity]) => {
				const move = {
					id: line,
					state: 'assigned',
					product_id: [product, 'x'],
					product_uom_qty: quantity,
				};
				const move_ids = [{ ...move, quantity: Math.min(stock, quantity) }];
				const product_id = { id: product, free_qty: 99 };
				return {
					id: line,
					product_id,
					product_uom_qty: quantity,
					qty_delivered_method: 'stock_move',
					move_ids,
				};
			});
			const amounts = {
				amount_total: total,
				amount_tax: 0,
				currency_id: { display_name: 'CNY' },
			};
			const names = { name: `S${id}`, state: order?.state, client_order_ref: order?.reference };
			return { records: order ? [{ id, ...names, ...amounts, order_line }] : [] };
		}
		if (model === 'mail.message') {
			return [
				{ id: 5, subject: earlier?.paid ? 'WeChat hold paid by 42' : 'WeChat hold released' },
			];
		}
		if (model === 'product.product') {
			return [41, 42].map((product) => ({ id: product, free_qty: stock, is_storable: true }));
		}
		if (method !== 'search_read') return true;
		if (model !== 'sale.order') return [{ id: 2 }];
		const isTurn = JSON.stringify(params?.domain).includes('order_line.product_id');
		return earlier && !isTurn ? [{ id: 1, origin: 'WeChat Pay SHOP1' }] : [];
	}, Object.keys(FIELDS));
}

const hold = async (odoo: ReturnType<typeof shop>, order = paidOrder()) =>
	await holdOne(odoo, order, EXPIRES, { taxes: 'odoo' }, CONTEXT);
const actionsOf = (odoo: ReturnType<typeof shop>) =>
	odoo.calls.flatMap(({ method, ids }) => (method.startsWith('action') ? [[method, ids]] : []));

it('confirms an order that keeps its stock from others', async () => {
	const odoo = shop();
	expect(await hold(odoo)).toMatchObject({ status: 'held', sale_order_id: 1, name: 'S1' });
	expect(actionsOf(odoo)).toEqual([['action_confirm', [1]]]);
	const loads = odoo.calls.filter(({ method }) => method === 'load');
	const written = JSON.stringify(loads.find(({ model }) => model === 'sale.order')?.params);
	expect(written).toContain('WeChat hold until 2026-11-22 15:30:00 UTC');
	expect(written).toContain('not paid yet, do not ship. 248.00 CNY to be paid.');
});

it('keeps nothing if a unit is missing', async () => {
	const odoo = shop({ stock: 1 });
	expect(await hold(odoo)).toMatchObject({
		status: 'not_enough',
		lines: [
			{ reserved: 0, missing: 1 },
			{ reserved: 0, missing: 1 },
		],
	});
	expect(actionsOf(odoo).at(-1)).toEqual(['action_cancel', [1]]);
});

it('an order that Odoo fails on spoiled the holds that were asked for with it: it fails alone', async () => {
	const good = shop();
	const fault = new IntegrationError({
		...{ code: 'ODOO_SERVER_FAULT', message: 'Broken', likelyCause: '', nextStep: '' },
	});
	const odoo = {
		...good,
		call: async (...call: Parameters<typeof good.call>) => {
			if (JSON.stringify(call).includes('BAD')) throw fault;
			return await good.call(...call);
		},
	};
	const orders = [paidOrder(), paidOrder({ out_trade_no: 'BAD2' })];
	const [held, failed] = await holdStock(
		odoo,
		orders.map((order) => ({ order, expires: EXPIRES })),
		{ taxes: 'odoo' },
		CONTEXT,
		deadlineAfter(30_000, () => 0),
	);
	expect(held).toMatchObject({ held: { status: 'held', name: 'S1' } });
	expect(failed).toEqual({ error: fault });
});

it('finds an open hold again', async () => {
	const odoo = shop({ earlier: { reference: reference(1) } });
	expect(await hold(odoo)).toMatchObject({ status: 'held', sale_order_id: 1 });
	expect(actionsOf(odoo)).toEqual([]);
});

it('makes a new hold after an expired one, which it releases', async () => {
	const odoo = shop({ earlier: { reference: reference(-1) } });
	expect(await hold(odoo)).toMatchObject({ status: 'held', sale_order_id: 2 });
	expect(actionsOf(odoo)).toEqual([
		['action_cancel', [1]],
		['action_confirm', [2]],
	]);
});

it.each<[string, Shop, Parameters<typeof hold>[1]]>([
	['was paid already', { earlier: { reference: reference(-1), paid: true } }, paidOrder()],
	['248.00 CNY was paid', { total: 280.24 }, paidOrder()],
	['a SKU is not mapped', {}, { payment: paidOrder().payment }],
])('refuses an order: %s', async (message, state, order) => {
	await expect(hold(shop(state), order)).rejects.toMatchObject({
		code: 'ODOO_HOLD_REFUSED',
		message: expect.stringContaining(message),
	});
});

describe('A preview', () => {
	const preview = async (state: Shop = {}, order = paidOrder()) => {
		const odoo = shop(state);
		const held = await previewHold(odoo, order, { taxes: 'odoo' }, 0);
		expect(actionsOf(odoo)).toEqual([]);
		return held;
	};

	it('says whether stock would be held', async () => {
		expect(await preview()).toMatchObject({ status: 'held', sale_order_id: 0, dry_run: true });
		expect(await preview({ stock: 0 })).toMatchObject({ status: 'not_enough' });
	});

	it('refuses what would be refused', async () => {
		await expect(preview({}, { payment: paidOrder().payment })).rejects.toMatchObject({
			code: 'ODOO_HOLD_REFUSED',
		});
	});
});
