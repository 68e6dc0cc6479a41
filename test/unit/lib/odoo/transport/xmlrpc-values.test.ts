import { forXmlRpc } from '../../../../../lib/odoo/transport/xmlrpc-values';

it('leaves out undefined members and keeps null, text and lists', () => {
	expect(forXmlRpc({ a: undefined, b: null, c: ['x', { d: true }] })).toEqual({
		b: null,
		c: ['x', { d: true }],
	});
});

it('replaces characters that XML or PostgreSQL cannot hold, and keeps tab, line breaks and emoji', () => {
	expect(forXmlRpc(['a\u0000b\u001f\tc\n\uffff红👕', { name: '👕'.slice(0, 1) }])).toEqual([
		'a\ufffdb\ufffd\tc\n\ufffd红👕',
		{ name: '\ufffd' },
	]);
});

it.each([2 ** 31, -(2 ** 31) - 1, Number.NaN, Number.POSITIVE_INFINITY])(
	'refuses %p, which 32 bits cannot hold',
	(value) => {
		expect(() => forXmlRpc([{ value }])).toThrow(
			expect.objectContaining({ code: 'ODOO_NUMBER_TOO_LARGE' }),
		);
	},
);

it('takes the largest whole numbers, fractions, and 28-digit ids as text', () => {
	const values = [2 ** 31 - 1, -(2 ** 31), 0.5, '4200002761202611221234567890'];
	expect(forXmlRpc(values)).toEqual(values);
});
