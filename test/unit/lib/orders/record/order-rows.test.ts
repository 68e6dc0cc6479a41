import type { PaidOrder, RecordOptions } from '../../../../../lib/orders/model/paid-order';
import { noteRows, productRows, type OrderRows } from '../../../../../lib/orders/record/order-rows';
import { paidOrder } from '../orders';

const REFERENCES = { partnerId: 7, shippingPartnerId: 8, pricelistId: 2, sourceId: 11 };
const ODOO: RecordOptions = { taxes: 'odoo' };
const ID = 'wechat_pay.1900000001_4200002761202611221234567890';

/** Each row with the names of its columns. */
const named = ({ fields, record }: OrderRows) =>
	record.rows.map((row) => {
		expect(row).toHaveLength(fields.length);
		return Object.fromEntries(row.map((value, index) => [fields[index] ?? '', value]));
	});

it('gives the order and each of its lines an external id, and prices as decimal text', () => {
	const [first, second] = named(productRows(paidOrder(), REFERENCES, ODOO));
	expect(first).toMatchObject({
		id: ID,
		'partner_id/.id': '7',
		'partner_shipping_id/.id': '8',
		'pricelist_id/.id': '2',
		client_order_ref: '4200002761202611221234567890',
		origin: 'WeChat Pay SHOP1',
		'source_id/.id': '11',
		'order_line/id': `${ID}_line_1`,
		'order_line/product_id/.id': '41',
		'order_line/product_uom_qty': '2',
		'order_line/price_unit': '99.00',
	});
	const own = Object.entries(second ?? {}).filter(([, value]) => value !== '');
	expect(Object.fromEntries(own)).toEqual({
		'order_line/id': `${ID}_line_2`,
		'order_line/product_id/.id': '42',
		'order_line/product_uom_qty': '1',
		'order_line/discount': '0',
		'order_line/price_unit': '50.00',
	});
});

it('has no column for what Odoo decides, and an empty one for no taxes', () => {
	const { fields } = productRows(paidOrder(), REFERENCES, ODOO);
	expect(fields.filter((field) => /tax|company|warehouse|team|tag|fiscal/.test(field))).toEqual([]);
	const untaxed = named(productRows(paidOrder(), REFERENCES, { taxes: 'none' }, 'tax_ids'));
	expect(untaxed.map((row) => row['order_line/tax_ids/.id'])).toEqual(['', '']);
});

it('writes what is chosen in the node', () => {
	const chosen = {
		companyId: 3,
		warehouseId: 4,
		teamId: 5,
		tagIds: [6, 7],
		fiscalPositionId: 9,
	};
	expect(named(productRows(paidOrder(), REFERENCES, { ...ODOO, ...chosen }))[0]).toMatchObject({
		'company_id/.id': '3',
		'warehouse_id/.id': '4',
		'team_id/.id': '5',
		'tag_ids/.id': '6,7',
		'fiscal_position_id/.id': '9',
	});
});

it('gives shipping, discounts and coupons of the merchant lines of their own, where there are products for them', () => {
	const order = { ...paidOrder(), shippingFen: 1000, discountFen: 1800, merchantCouponFen: 500 };
	const lines = (options: object) =>
		named(productRows(order, REFERENCES, { ...ODOO, ...options }))
			.slice(2)
			.map((row) => [
				row['order_line/id'],
				row['order_line/product_id/.id'],
				row['order_line/price_unit'],
			]);
	expect(lines({})).toEqual([]);
	expect(lines({ shippingProductId: 90, discountProductId: 91 })).toEqual([
		[`${ID}_shipping`, '90', '10.00'],
		[`${ID}_discount`, '91', '-18.00'],
		[`${ID}_coupon`, '91', '-5.00'],
	]);
});

it('leaves all prices to Odoo when one line does not tell its own', () => {
	const order = paidOrder();
	delete order.mapping?.lines[0]?.unit_price_fen;
	expect(productRows(order, REFERENCES, ODOO).fields).not.toContain('order_line/price_unit');
});

it('tells the payment in the chatter, as text', () => {
	const order = paidOrder({ payer_total_fen: 24000, success_time: '2026-11-22T21:29:35+08:00' });
	order.address = { text: 'Lane 1 <b>' };
	const rows = named(noteRows(order, REFERENCES, ODOO));
	const [note, address] = rows.map((row) => row['message_ids/body']);
	expect(note).toContain('payment 4200002761202611221234567890 of merchant 1900000001');
	expect(note).toContain('Amount: 248.00 CNY');
	expect(note).toContain('after coupons: 240.00 CNY');
	expect(note).toContain('2026-11-22T21:29:35+08:00');
	expect(note).not.toContain('Lane');
	expect(address).toMatch(/^<p>Address as received: Lane 1 &#60;b&#62;<\/p>/);
	expect(rows[0]).toMatchObject({ 'message_ids/id': `${ID}_payment` });
	expect(rows[1]).toMatchObject({ id: '', 'message_ids/id': `${ID}_address` });
});

it('writes what was paid and each line as received as notes, with no product', () => {
	const notes = named(noteRows(paidOrder(), REFERENCES, ODOO));
	expect(notes.map((row) => [row['order_line/id'], row['order_line/name']])).toEqual([
		[`${ID}_note_1`, 'Paid: 248.00 CNY'],
		[`${ID}_note_2`, 'SKU TEE × 2 at 99.00 CNY'],
		[`${ID}_note_3`, 'SKU CAP × 1 at 50.00 CNY'],
	]);
	expect(new Set(notes.map((row) => row['order_line/display_type']))).toEqual(
		new Set(['line_note']),
	);
});

it('says that there were no lines, and why', () => {
	const order = paidOrder({ lines: [], lines_problem: 'attach is empty.' });
	const notes = named(noteRows(order, REFERENCES, ODOO));
	expect(notes.at(-1)?.['order_line/name']).toBe('WeChat sent no order lines. attach is empty.');
});

it('keeps a dot out of the external id: Odoo would read another module in it', () => {
	const [first] = named(noteRows(paidOrder({ transaction_id: 'a.b c' }), REFERENCES, ODOO));
	expect(first?.id).toBe('wechat_pay.1900000001_a_b_c');
});

it('sets the fiscal position for buyers without an address, if there is one', () => {
	const position = (address?: PaidOrder['address']) => {
		const options = { taxes: 'odoo', fiscalPositionId: 3, noAddressFiscalPositionId: 4 } as const;
		const order = { ...paidOrder(), ...(address && { address }) };
		const { fields, record } = productRows(order, REFERENCES, options);
		return record.rows[0]?.[fields.indexOf('fiscal_position_id/.id')];
	};
	expect(position()).toBe('4');
	expect(position({ street: 'x' })).toBe('3');
});
