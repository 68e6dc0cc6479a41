import { currencyAt, textAt, timeOf } from '../../../../../lib/wechat-pay/acquirer/fields';

it.each([
	['metadata.order_id', 'SHOP-1'],
	['number', '7'],
	['blank', undefined],
	['metadata', undefined],
	['metadata.order_id.more', undefined],
	['nothing.there', undefined],
	['', undefined],
])('reads the text at "%s" as %s', (path, expected) => {
	const object = { metadata: { order_id: ' SHOP-1 ' }, number: 7, blank: ' ' };
	expect(textAt(object, path)).toBe(expected);
});

it.each([
	['2023-01-13T07:32:05+0000', '2023-01-13T07:32:05+00:00'],
	['2023-01-13T15:32:05+0800', '2023-01-13T15:32:05+08:00'],
	['2023-01-13T07:32:05Z', '2023-01-13T07:32:05Z'],
	[1_673_595_125, '2023-01-13T07:32:05.000Z'],
	['yesterday', undefined],
	[undefined, undefined],
])('writes the time %s as %s', (value, expected) => {
	expect(timeOf(value)).toBe(expected);
});

it('takes a currency in either case, and nothing else for one', () => {
	expect(currencyAt({ currency: 'hkd' }, 'currency')).toBe('HKD');
	expect(() => currencyAt({ currency: 'dollars' }, 'currency')).toThrow('no valid currency');
});
