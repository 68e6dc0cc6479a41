import { readItem, type ItemFields, readLines } from '../../../../lib/core/read-item';

const KIND = { code: 'NOT_A_TEST', name: 'a test', nextStep: 'Pass on the items of a test.' };
const read = <T>(item: Record<string, unknown>, fields: (read: ItemFields) => T) =>
	readItem(item, KIND, fields);

it('reads text, whole numbers and fields within fields', () => {
	const item = { id: '42', total_fen: 19900, amount: { total: 5 }, note: ' ', price: '1.50' };
	const fields = read(item, ({ text, optionalText, whole, parsed, value }) => ({
		id: text('id'),
		note: optionalText('note'),
		total: whole('total_fen', 1),
		inside: whole('amount.total'),
		price: parsed('price', (price) => Number(price), 0),
		missing: [value('nowhere.at.all'), optionalText('nowhere')],
	}));
	expect(fields).toEqual({
		...{ id: '42', note: '', total: 19900, inside: 5, price: 1.5 },
		missing: [undefined, ''],
	});
});

it('names every wrong field once, with the kind of the item', () => {
	const item = { id: 42, total_fen: 0, state: 'open', rate: 'x' };
	const reading = () =>
		read(item, ({ text, whole, check, parsed }) => [
			...[text('id'), text('id'), text('bill.sha1')],
			...[whole('total_fen', 1), whole('refund_fen')],
			parsed('rate', (rate) => BigInt(Number(rate)), 1n),
			parsed('day', () => undefined, ''),
			...[check('state', item.state === 'done'), check('rate', true)],
		]);
	expect(reading).toThrow(
		expect.objectContaining({
			code: 'NOT_A_TEST',
			message:
				'This item is not a test: check id, bill.sha1, total_fen, refund_fen, rate, day, state.',
			likelyCause: 'An earlier node removed or changed these fields.',
			nextStep: KIND.nextStep,
		}),
	);
});

it('passes on errors that are bugs', () => {
	const bug = () =>
		read({}, ({ parsed }) =>
			parsed(
				'field',
				() => {
					throw new TypeError('a bug');
				},
				0,
			),
		);
	expect(bug).toThrow(TypeError);
});

it('makes numbers of text again, and text of a SKU of digits', () => {
	const lines = [{ sku: 1001, quantity: '2', unit_price_fen: ' 9900 ', product_id: 77 }];
	expect(readLines(lines)).toEqual([
		{ sku: '1001', quantity: 2, unit_price_fen: 9900, product_id: '77' },
	]);
});

it('leaves out what a line does not have, and keeps an odd line as one that cannot be mapped', () => {
	expect(readLines([{ sku: 'A', quantity: 1 }, null, 'x', { sku: {}, quantity: '' }])).toEqual([
		{ sku: 'A', quantity: 1 },
		{ sku: '', quantity: Number.NaN },
		{ sku: '', quantity: Number.NaN },
		{ sku: '', quantity: Number.NaN },
	]);
});

it.each([undefined, null, '[]', { 0: 'a', length: 1 }, 5])('reads no lines from %p', (value) => {
	expect(readLines(value)).toEqual([]);
});
