import { textsOfSource, textsOfTemplate } from '../../../../tools/language/texts';

test('reads the sentences of a source, with the parts of a template together', () => {
	const source = [
		'const error = {',
		"\tcode: 'A_CODE',",
		'\tmessage: `Odoo has ${a} of ${b} orders.`,',
		"\tvalue: '={{ $json.a b }}',",
		'};',
	].join('\n');
	expect(textsOfSource('lib/a.ts', source)).toEqual([
		{ file: 'lib/a.ts', line: 3, markdown: 'Odoo has … of … orders.' },
	]);
});

test('reads the notes of a template and the names of its nodes', () => {
	const nodes = [
		{ type: 'n8n-nodes-base.stickyNote', name: 'Note', parameters: { content: '## Read this' } },
		{ type: 'n8n-nodes-base.set', name: 'Add Campaign', parameters: {} },
	];
	expect(
		textsOfTemplate('a.json', JSON.stringify({ nodes })).map(({ markdown }) => markdown),
	).toEqual(['## Read this', 'Add Campaign']);
});
