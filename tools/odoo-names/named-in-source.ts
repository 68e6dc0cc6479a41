import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What the source names of Odoo, each name once. */
export interface NamedInSource {
	models: Set<string>;
	/** With the model where the call has it as text: `sale.order.action_cancel`, else `action_cancel`. */
	methods: Set<string>;
	fields: Set<string>;
}

const MODEL = /^(?:account|base|delivery|ir|mail|product|res|sale|stock|uom|utm)(?:\.[a-z_]+)+$/;
const FIELD = /^[a-z][a-z0-9_]*(?:[./][a-z0-9_.]+)*$/;
const OPERATORS = new Set([
	'=',
	'!=',
	'<',
	'<=',
	'>',
	'>=',
	'in',
	'not in',
	'=like',
	'ilike',
	'child_of',
]);

/** Folders of `lib` whose files speak with Odoo. */
const OF_ODOO = /^(?:odoo|orders|shipments|stock|changes|set-up)\/|\/odoo\//;

/** Reads which models, methods and fields of Odoo the source names. @param lib its folder */
export function namedInSource(lib: string): NamedInSource {
	const named: NamedInSource = { models: new Set(), methods: new Set(), fields: new Set() };
	for (const file of readdirSync(lib, { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.ts') || !OF_ODOO.test(file.replaceAll('\\', '/'))) continue;
		const text = readFileSync(join(lib, file), 'utf8');
		visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), named);
	}
	return named;
}

function visit(node: ts.Node, named: NamedInSource): void {
	if (ts.isStringLiteral(node) && MODEL.test(node.text)) named.models.add(node.text);
	if (ts.isCallExpression(node)) readCall(node, named);
	if (ts.isArrayLiteralExpression(node)) readArray(node, named);
	if (ts.isPropertyAssignment(node)) readValues(node, named);
	ts.forEachChild(node, (child) => visit(child, named));
}

const textOf = (node: ts.Node | undefined): string | undefined =>
	node && ts.isStringLiteralLike(node) ? node.text : undefined;

function readCall({ expression, arguments: given }: ts.CallExpression, named: NamedInSource): void {
	if (!ts.isPropertyAccessExpression(expression)) return;
	const [first, second] = [textOf(given[0]), textOf(given[1])];
	if (expression.name.text === 'call' && second) {
		named.methods.add(first ? `${first}.${second}` : second);
	}
	// `fields.has('locked')`: whether this version has the field.
	if (expression.name.text === 'has' && first && FIELD.test(first)) named.fields.add(first);
}

/** Values of a record to write: `vals: { client_order_ref: … }`. */
function readValues({ name, initializer }: ts.PropertyAssignment, named: NamedInSource): void {
	const ofRecord = ts.isIdentifier(name) && /^(?:vals|values)$/.test(name.text);
	if (!ofRecord || !ts.isObjectLiteralExpression(initializer)) return;
	for (const { name: field } of initializer.properties) {
		if (field && (ts.isIdentifier(field) || ts.isStringLiteral(field)))
			named.fields.add(field.text);
	}
}

/** Conditions of a domain, and lists of fields. */
function readArray({ elements }: ts.ArrayLiteralExpression, named: NamedInSource): void {
	const [first, operator] = [textOf(elements[0]), textOf(elements[1])];
	if (first && operator && elements.length === 3 && OPERATORS.has(operator)) {
		if (FIELD.test(first)) named.fields.add(first);
		return;
	}
	// A column of `load` and its value.
	if (first?.includes('/') && FIELD.test(first)) named.fields.add(first);
	const texts = elements.map(textOf);
	if (elements.length === 0 || texts.some((text) => !text || !FIELD.test(text))) return;
	for (const text of texts) if (text) named.fields.add(text);
}
