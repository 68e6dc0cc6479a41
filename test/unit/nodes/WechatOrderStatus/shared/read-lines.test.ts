import { readLines } from '../../../../../nodes/WechatOrderStatus/shared/read-lines';

it('reads lines from a list or its JSON', () => {
	const lines = [{ name: 'Tee', sku: 'TEE', quantity: '2', more: 1 }, { name: 5 }, null];
	const read = [
		{ name: 'Tee', sku: 'TEE', quantity: 2 },
		{ name: '', sku: '' },
		{ name: '', sku: '' },
	];
	expect(readLines(lines)).toEqual(read);
	expect(readLines(JSON.stringify(lines))).toEqual(read);
});

it.each(['', 'no JSON', '{}', undefined, 5])('reads none from %p', (value) => {
	expect(readLines(value)).toEqual([]);
});
