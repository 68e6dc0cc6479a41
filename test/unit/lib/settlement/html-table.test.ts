import { none, pageHead, table } from '../../../../lib/settlement/html-table';

it('escapes what it shows, and says so where there are no rows', () => {
	const html = table([{ name: '<b>' }], [['Name', ({ name }) => name, 'n']], 'Nothing.');
	expect(html).toContain('<td class="n">&#60;b&#62;</td>');
	expect(table([], [], 'Nothing.')).toBe(none('Nothing.'));
	expect(pageHead('<x>')).toContain('<title>&#60;x&#62;</title>');
});
