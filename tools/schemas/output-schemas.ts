import { join } from 'node:path';
import ts from 'typescript';

import { schemaOf, type JsonSchema } from './json-schema';

const ROOT = join(__dirname, '..', '..');

/** The schemas of `OutputTypes`, by node, resource and operation. Takes as long as a type check. */
export function outputSchemas(): Map<string, JsonSchema> {
	const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile) as {
		config: object;
	};
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
	const file = join(__dirname, 'output-types.ts');
	const program = ts.createProgram([file], { ...options, noEmit: true, incremental: false });
	const checker = program.getTypeChecker();
	const source = program.getSourceFile(file);
	const types = source?.statements.find(
		(each): each is ts.InterfaceDeclaration =>
			ts.isInterfaceDeclaration(each) && each.name.text === 'OutputTypes',
	);
	if (!types) throw new Error('output-types.ts has no OutputTypes');
	const fields = checker.getPropertiesOfType(checker.getTypeAtLocation(types));
	return new Map(
		fields.map((field) => [field.name, schemaOf(checker, checker.getTypeOfSymbol(field))]),
	);
}
