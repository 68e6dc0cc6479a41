import { CARRIER_NAMES } from './carrier-names';
import type { Carrier } from './carriers';

/** A carrier as Odoo has it. */
export interface OdooCarrier {
	name: string;
	code?: string;
}

/** A row of the merchant's own table: a name or code of Odoo's, and WeChat's code for it. */
export interface CarrierRow {
	odoo: string;
	delivery_id: string;
}

export type CarrierMatch = { delivery_id: string } | { problem: string };

/**
 * WeChat's code of a carrier: by the merchant's table, then where Odoo's code is exactly WeChat's, then
 * by name in either language. Names are equal but for case, spaces and punctuation; what is only
 * similar, or fits several, is a problem for a person and never a guess.
 */
export function matchCarrier(
	{ name, code }: OdooCarrier,
	carriers: readonly Carrier[],
	table: readonly CarrierRow[],
): CarrierMatch {
	const given = [code ?? '', name].map((text) => text.trim()).filter(Boolean);
	if (given.length === 0) return { problem: 'The shipment has no carrier.' };
	const codes = new Set(carriers.map(({ delivery_id }) => delivery_id));

	const row = table.find(({ odoo }) => given.some((text) => same(text, odoo)));
	if (row) {
		if (codes.has(row.delivery_id)) return { delivery_id: row.delivery_id };
		return {
			problem: `The table of carriers in the node names "${row.delivery_id}", which is not in WeChat's list.`,
		};
	}
	if (code && codes.has(code.trim())) return { delivery_id: code.trim() };
	const found = new Set(
		carriers
			.filter(({ delivery_id, delivery_name }) =>
				[delivery_name, ...(CARRIER_NAMES[delivery_id] ?? [])].some((known) =>
					given.some((text) => same(text, known)),
				),
			)
			.map(({ delivery_id }) => delivery_id),
	);
	const [only] = found;
	if (only !== undefined && found.size === 1) return { delivery_id: only };
	const named = given.map((text) => `"${text}"`).join(' or ');
	const why = found.size > 1 ? `fits ${[...found].join(', ')} in` : 'is, by code or name, not in';
	return {
		problem: `The carrier ${named} ${why} WeChat's list. Add a row for it under Carriers in the node.`,
	};
}

const same = (one: string, other: string): boolean => {
	const bare = bareName(one);
	return bare !== '' && bare === bareName(other);
};

const bareName = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}&]/gu, '');
