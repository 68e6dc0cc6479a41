import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { orderProblems, sumOf } from '../../../../../lib/shop-backend/check/order-problems';
import { order } from './wrong-backends';

const SCHEMA = join(__dirname, '../../../../../docs/shop-backend.schema.json');
const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { $schema?: string };
// This validator is older than the draft; what the schema uses of it is the same in both.
delete schema.$schema;
const isValid = new Ajv().compile(schema);

const [line] = order.lines;

it('finds nothing wrong with an order that the published schema accepts', () => {
	expect(orderProblems(order)).toEqual([]);
	expect(isValid(order)).toBe(true);
});

it.each([
	['lines', { lines: 'TEE' }],
	['lines', { lines: [] }],
	['lines[0]', { lines: [null] }],
	['lines[0].sku', { lines: [{ ...line, sku: ' ' }] }],
	['lines[0].quantity', { lines: [{ ...line, quantity: 0.5 }] }],
	['lines[0].unit_price_fen', { lines: [{ ...line, unit_price_fen: '99.00' }] }],
	['lines[0].price', { lines: [{ ...line, price: 1 }] }],
	['lines[0].is_gift', { lines: [{ ...line, is_gift: 1 }] }],
	['shipping_fen', { shipping_fen: 10.5 }],
	['discount_fen', { discount_fen: -1 }],
	['remark', { remark: null }],
	['is_gift', { is_gift: 'no' }],
	['expected_delivery', { expected_delivery: '25.11.2026' }],
	['recipient', { recipient: '示例路 1 号' }],
	['recipient.phone', { recipient: { phone: 10000000001 } }],
	['recipient.country', { recipient: { country: 'China' } }],
	['recipient.adress', { recipient: { adress: 'x' } }],
	['receiver', { receiver: {} }],
])('names %s where it breaks the contract, as the published schema does', (name, change) => {
	const changed = { ...order, ...change };
	expect(orderProblems(changed)).toEqual([expect.stringContaining(`"${name}"`)]);
	expect(isValid(changed)).toBe(false);
});

it('adds up an order', () => {
	expect(sumOf({ ...order, discount_fen: 300 })).toBe(20_500);
	expect(sumOf({ lines: [{}] })).toBeNaN();
});
