import { nameOf, type OdooRow } from '../../../../../lib/odoo/records';
import { ORDER_MONEY_FIELDS } from '../../../../../lib/settlement/odoo/order-money-fields';
import { answerExternalId } from '../../odoo/answer-external-id';
import type { MadeCall } from '../../odoo/fake-odoo';
import { odooWithRows, type Rows } from '../../odoo/odoo-with-rows';

export const LEDGER = 'x_wechat_settlement';

const CURRENCIES = ['CNY', 'USD', 'INR', 'HKD'].map((name, index) => ({ id: index + 1, name }));

/** A many2one of one of the currencies. */
export const currency = (code: string): [number, string] => [
	CURRENCIES.find(({ name }) => name === code)?.id ?? 0,
	code,
];

/** An exchange rate of Odoo's: units of a currency for one rupee. */
export const rateRow = (id: number, code: string, date: string, rate: number): OdooRow => ({
	...{ id, name: date, rate, company_id: [1, 'Company'] },
	currency_id: currency(code),
});

/**
 * A company in INR whose ledger keeps what is loaded into it.
 *
 * @param others answers all methods but searches, reads and loads into the ledger
 */
export function odooWithLedger(
	rows: Rows = {},
	others: (call: MadeCall) => unknown = () => undefined,
) {
	const all: Rows = {
		'res.users': [{ id: 5, company_id: [1, 'Company'] }],
		'res.company': [{ id: 1, currency_id: currency('INR') }],
		'res.currency': CURRENCIES,
		[LEDGER]: [],
		...rows,
	};
	const answer = (call: MadeCall): unknown => {
		const own = others(call) ?? answerExternalId(call, {});
		if (own !== undefined) return own;
		if (call.method !== 'load') return true;
		const { fields, data } = call.params as { fields: string[]; data: string[][] };
		const loaded = data.filter(([first]) => first !== '');
		if (call.model === LEDGER) {
			const entries = all[LEDGER] ?? [];
			for (const cells of loaded) entries.push(entryRow(entries.length + 1, fields, cells, all));
		}
		return { ids: loaded.map((_, index) => index + 1), messages: [] };
	};
	const odoo = odooWithRows(
		all,
		answer,
		ORDER_MONEY_FIELDS.map(({ name }) => name),
	);
	return { odoo, rows: all };
}

function entryRow(id: number, fields: string[], cells: string[], all: Rows): OdooRow {
	const cell = (name: string) => cells[fields.indexOf(name)] ?? '';
	const link = (field: string, model: string): [number, string] => {
		const to = Number(cell(`${field}/.id`));
		return [to, String(all[model]?.find((row) => row.id === to)?.name ?? `S${to}`)];
	};
	const texts = ['x_name', 'x_leg', 'x_rate', 'x_date', 'x_source', 'x_document', 'x_payout'];
	const ids = ['x_transaction_id', 'x_mchid', 'x_key'];
	return {
		...{ id, x_amount: Number(cell('x_amount')) },
		...Object.fromEntries([...texts, ...ids].map((name) => [name, cell(name) || false])),
		x_order_id: link('x_order_id', 'sale.order'),
		x_currency_id: link('x_currency_id', 'res.currency'),
	};
}

/** The entries of the ledger as `transaction leg amount currency`. */
export const ledgerOf = (rows: Rows): string[] =>
	(rows[LEDGER] ?? []).map(
		(row) =>
			`${String(row.x_transaction_id)} ${String(row.x_leg)} ${String(row.x_amount)} ${nameOf(row.x_currency_id)}`,
	);
