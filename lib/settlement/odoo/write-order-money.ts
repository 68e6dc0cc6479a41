import { toDecimal } from '../../core/money';
import { orderMoney, type OrderMoney } from '../order-money';
import type { OdooClient } from '../../odoo/client';
import { loadAll } from '../../odoo/load';
import { searchRead, textOf, type Domain, type OdooRow } from '../../odoo/records';
import type { StoredEntry } from '../ledger-entry';
import { ORDER_MONEY_FIELDS } from './order-money-fields';
import { batches, groupBy } from '../../core/collections';

const AT_ONCE = 400;
const NAMES = ORDER_MONEY_FIELDS.map(({ name }) => name);

/**
 * Updates the amounts on sale orders where they differ from the ledger. Does nothing in a database without these
 * fields.
 *
 * @param entries all entries of each of the orders
 * @returns the money of each order, by database id
 */
export async function writeOrderMoney(
	odoo: OdooClient,
	entries: StoredEntry[],
): Promise<Map<number, OrderMoney>> {
	const byOrder = groupBy(entries, ({ orderId }) => String(orderId));
	const moneyOf = new Map([...byOrder].map(([id, own]) => [Number(id), orderMoney(own)]));
	const known = await odoo.fields('sale.order');
	if (!NAMES.every((name) => known.has(name))) return moneyOf;
	const domain: Domain = [['id', 'in', [...moneyOf.keys()]]];
	const rows = await searchRead(odoo, 'sale.order', domain, NAMES, { archived: true });
	const records = rows.flatMap((row) => {
		const values = fieldsOf(moneyOf.get(row.id) ?? { state: 'paid' });
		if (NAMES.every((name) => same(row, name, values[name] ?? ''))) return [];
		const key = String(row.id);
		return [{ key, rows: [[key, ...NAMES.map((name) => values[name] ?? '')]] }];
	});
	for (const some of batches(records, AT_ONCE)) {
		await loadAll(odoo, 'sale.order', ['.id', ...NAMES], some);
	}
	return moneyOf;
}

function fieldsOf(money: OrderMoney): Record<string, string> {
	const amounts = (['paid', 'settled', 'received'] as const).flatMap((leg) => {
		const amount = money[leg];
		return [
			[`x_wechat_${leg}`, amount ? toDecimal(amount) : '0'],
			[`x_wechat_${leg}_currency`, amount?.currency ?? ''],
		];
	});
	return { x_wechat_money: money.state, ...Object.fromEntries(amounts) };
}

const same = (row: OdooRow, name: string, wanted: string): boolean =>
	typeof row[name] === 'number'
		? Math.abs(row[name] - Number(wanted)) < 1e-6
		: textOf(row[name]) === wanted;
