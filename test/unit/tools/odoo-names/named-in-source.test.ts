import { join } from 'node:path';

import { INVOICING } from '../../../../lib/odoo/rights';
import { namedInSource } from '../../../../tools/odoo-names/named-in-source';
import { FIELDS } from '../../../../tools/odoo-names/fields';
import { hasName, type LimitedName } from '../../../../tools/odoo-names/limited-name';
import {
	INVOICING_NAMES,
	LIMITED_MODELS,
	METHODS,
} from '../../../../tools/odoo-names/models-and-methods';

const named = namedInSource(join(__dirname, '../../../../lib'));
const VERSIONS = [14, 15, 16, 17, 18, 19, 20];
const fields = new Set(Object.values(FIELDS).flatMap((ofModel) => Object.keys(ofModel)));

/** Texts in the same places as names of Odoo: external ids, states, columns of our own tables and items. */
const EXTERNAL_IDS =
	/^(?:base\.cn|mail\.mt_note|(?:base|sale|stock|sales_team|account)\.(?:group|model|mt|menu|product_menu)_\w+|mail\.mail_activity_data_todo|ir\.ui\.menu\.full_list)$/;
const STATES = new Set(
	'all assigned cancel confirmed done draft internal outgoing partially_available paid received sale sent settled transit waiting'.split(
		' ',
	),
);
const OF_ITEMS = new Set(
	'cause currency_field district fee line_note mchid province next_step out_trade_no selection transaction_id'.split(
		' ',
	),
);
const ALWAYS = new Set('id create_date create_uid write_date write_uid display_name'.split(' '));

const isOwn = (name: string) => name.startsWith('x_') || STATES.has(name) || OF_ITEMS.has(name);
const isField = (name: string) =>
	isOwn(name) ||
	EXTERNAL_IDS.test(name) ||
	name in FIELDS ||
	name
		.split(/[./]+/)
		.every((part) => part === '' || ALWAYS.has(part) || fields.has(part) || isOwn(part));

it.each([
	['models', [...named.models].filter((name) => !(name in FIELDS) && !EXTERNAL_IDS.test(name))],
	['methods', [...named.methods].filter((name) => !(name in METHODS))],
	['fields', [...named.fields].filter((name) => !isField(name))],
])('knows in which versions of Odoo all %s are that the package names', (_, unknown) => {
	// Add the name to tools/odoo-names, with its versions.
	expect(unknown).toEqual([]);
});

it('finds names at all', () => {
	expect(named.fields.size).toBeGreaterThan(100);
	expect(named.methods).toContain('sale.order.web_search_read');
	expect(named.models).toContain('stock.quant');
});

const limited: Array<[string, LimitedName, Record<string, LimitedName | undefined>]> = [
	...entriesOf(METHODS).map(([name, one]) => [name, one, METHODS] as never),
	...entriesOf(LIMITED_MODELS).map(([name, one]) => [name, one, LIMITED_MODELS] as never),
	...Object.values(FIELDS).flatMap((all) =>
		entriesOf(all).map(([name, one]) => [name, one, all] as never),
	),
];

function entriesOf(all: Record<string, LimitedName | undefined>): Array<[string, LimitedName]> {
	return Object.entries(all).flatMap(([name, one]) =>
		one ? [[name, one] as [string, LimitedName]] : [],
	);
}

it.each(limited)('has a name in place of %s wherever that is missing', (_, one, all) => {
	const { elsewhere } = one;
	if (elsewhere === undefined) return expect(one.in).toMatch(/^\d\d-(\d\d)?$/);
	const missing = VERSIONS.filter((version) => !hasName(one, version));
	expect(
		missing.filter((version) => !(elsewhere in all) || !hasName(all[elsewhere], version)),
	).toEqual([]);
});

it('names the right to invoice as every version does', () => {
	for (const name of INVOICING_NAMES) expect(INVOICING).toContain(name);
});
