import { holdAnswer } from '../../../../lib/shop-backend/hold-answer';

const ORDER = {
	...{ out_trade_no: 'SHOP1', total_fen: 9900 },
	request: { id: 'msg_1', type: 'stock.hold' },
};
const line = (missing: number) => ({ sku: 'TEE', ordered: 2, reserved: 0, missing, product_id: 7 });

it.each([
	[
		'a hold',
		{ odoo: { status: 'held', name: 'S00042', expires_at: '2026-11-22T13:55:00Z', lines: [] } },
		200,
		{ status: 'held', order: 'S00042', expires_at: '2026-11-22T13:55:00Z' },
	],
	[
		'missing stock, of the lines that lack some',
		{ odoo: { status: 'not_enough', lines: [line(1), line(0)] } },
		409,
		{ status: 'not_enough', missing: [{ sku: 'TEE', ordered: 2, missing: 1 }] },
	],
	[
		'an order that Odoo would not take',
		{ odoo: { status: 'refused', reason: 'The total is wrong.' } },
		422,
		{ status: 'refused', code: 'ODOO_HOLD_REFUSED', message: 'The total is wrong.' },
	],
	[
		'SKUs that are not mapped',
		{ mapping: { status: 'unmapped', unmapped: [{ message: 'A?' }, { message: 'B?' }] } },
		422,
		{ status: 'refused', code: 'SKU_NOT_MAPPED', message: 'A? B?' },
	],
])('answers %s', (_, item, http_status, body) => {
	expect(holdAnswer({ ...ORDER, ...item })).toEqual({
		http_status,
		body: { ...body, out_trade_no: 'SHOP1' },
	});
});

it('answers a request that was refused at the door with its status, and nothing of its body', () => {
	const item = { status: 'refused', http_status: 401, code: 'SHOP_X', message: 'No.' };
	expect(holdAnswer(item)).toEqual({
		http_status: 401,
		body: { status: 'refused', code: 'SHOP_X', message: 'No.' },
	});
});

it.each([
	['failed', { error: 'Odoo is down', odoo: { status: 'held' } }],
	['was not worked on', { mapping: { status: 'mapped' } }],
	...[undefined, null, 'held', [], {}, { status: 'Held' }].map((odoo): [string, object] => [
		`has ${JSON.stringify(odoo)} of Odoo`,
		{ odoo },
	]),
])('never says held for an item that %s', (_, item) => {
	expect(holdAnswer({ ...ORDER, ...item })).toBeUndefined();
});

it('takes no item that was made by something else', () => {
	expect(() => holdAnswer({ odoo: { status: 'held' } })).toThrow(
		expect.objectContaining({ code: 'SHOP_NOTHING_TO_ANSWER' }),
	);
});
