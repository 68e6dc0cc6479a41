import ts from 'typescript';

import { schemaOf } from '../../../../tools/schemas/json-schema';

/** The schema of the type `T` in this source. */
function schemaOfSource(source: string) {
	const host = ts.createCompilerHost({});
	const read = host.getSourceFile.bind(host);
	host.getSourceFile = (name, version) =>
		name === 'a.ts' ? ts.createSourceFile(name, source, version) : read(name, version);
	const program = ts.createProgram(['a.ts'], { strict: true }, host);
	const checker = program.getTypeChecker();
	const found = program
		.getSourceFile('a.ts')
		?.statements.find((each) => ts.isTypeAliasDeclaration(each) && each.name.text === 'T');
	return schemaOf(checker, checker.getTypeAtLocation(found!));
}

it('describes objects, lists, optional and empty values, and the fields of a union', () => {
	const source = `
		type T = { status: 'a' | 'b'; count?: number; end: string | null; lines: Array<{ sku: string }> }
			| { status: 'c'; dry_run: true; wechat: { [name: string]: unknown } };`;
	expect(schemaOfSource(source)).toEqual({
		type: 'object',
		properties: {
			status: { type: 'string' },
			count: { type: 'number' },
			end: { type: expect.arrayContaining(['string', 'null']) },
			lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
			dry_run: { type: 'boolean' },
			wechat: { type: 'object', additionalProperties: true },
		},
	});
});
