import { toDecimal } from '../../core/money';
import { orderMoney, type OrderMoney } from '../order-money';
import type { OdooClient } from '../../odoo/client';
import { loadRecords } from '../../odoo/load';
import { odooError } from '../../odoo/odoo-error';
import { searchRead, textOf, type OdooRow } from '../../odoo/records';
import type { LedgerEntry } from './read-ledger';
import { ORDER_MONEY_FIELDS } from './order-money-fields';
import { batches } from '../../core/collections';

const AT_ONCE = 400;
const NAMES = ORDER_MONEY_FIELDS.map(({ name }) => name);

/**
 * Brings the amounts on sale orders to what the ledger says, where they differ. Leaves orders of a database without
 * these fields as they are.
 *
 * @param entries all entries of each of the orders
 * @returns the money of each order, by database id
 */
export async function writeOrderMoney(
	odoo: OdooClient,
	entries: LedgerEntry[],
): Promise<Map<number, OrderMoney>> {
	const byOrder = new Map<number, LedgerEntry[]>();
	for (const entry of entries) {
		const same = byOrder.get(entry.orderId) ?? [];
		same.push(entry);
		byOrder.set(entry.orderId, same);
	}
	const moneyOf = new Map([...byOrder].map(([id, own]) => [id, orderMoney(own)]));
	const known = await odoo.fields('sale.order');
	if (!NAMES.every((name) => known.has(name))) return moneyOf;
	const domain = [['id', 'in', [...moneyOf.keys()]] as [string, string, unknown]];
	const rows = await searchRead(odoo, 'sale.order', domain, NAMES, { archived: true });
	const records = rows.flatMap((row) => {
		const values = fieldsOf(moneyOf.get(row.id) ?? { state: 'paid' });
		if (NAMES.every((name) => same(row, name, values[name] ?? ''))) return [];
		const key = String(row.id);
		return [{ key, rows: [[key, ...NAMES.map((name) => values[name] ?? '')]] }];
	});
	for (const some of batches(records, AT_ONCE)) {
		const { refused } = await loadRecords(odoo, 'sale.order', ['.id', ...NAMES], some);
		const [words] = refused.values();
		if (words !== undefined) {
			throw odooError({ exception: 'UserError', text: words }, 'sale.order', 'load');
		}
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
