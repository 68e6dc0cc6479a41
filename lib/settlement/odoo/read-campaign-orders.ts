import { batches, groupBy } from '../../core/collections';
import { money, type Money } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import {
	amountOf,
	currencyOf,
	everyRow,
	idOf,
	nameOf,
	searchRead,
	textOf,
	type Domain,
	type OdooRow,
} from '../../odoo/records';
import { recordedOrders } from '../../orders/model/order-keys';
import { ownOrders } from '../../orders/sale-order/own-orders';
import type { CampaignOrder } from '../campaign-results';
import type { LedgerEntry } from '../ledger-entry';
import { orderMoney } from '../order-money';
import { sumOf } from '../payout-spreads';
import { convert } from '../ratio';
import type { SoldLine } from '../sold-order';
import { readRateTable } from './currencies';
import { entriesOf } from './read-ledger';
import { readSoldLines, type Period } from './read-sold-orders';

const FIELDS = [
	...['name', 'state', 'client_order_ref', 'date_order', 'amount_total', 'currency_id'],
	...['campaign_id', 'medium_id'],
];
const AT_ONCE = 500;

/**
 * The WeChat orders of a period with their campaign and their money in the ledger. Cancelled orders are among them as
 * far as the ledger has money of them.
 */
export async function readCampaignOrders(
	odoo: OdooClient,
	{ from, until }: Period,
	currency: string,
): Promise<CampaignOrder[]> {
	const domain: Domain = [
		...recordedOrders(),
		['state', 'in', ['sale', 'done', 'cancel']],
		['date_order', '>=', `${from} 00:00:00`],
		['date_order', '<=', `${until} 23:59:59`],
	];
	const rows = await ownOrders(odoo, await everyRow(odoo, 'sale.order', domain, FIELDS));
	const entries = groupBy(
		await entriesOf(
			odoo,
			rows.map((row) => textOf(row.client_order_ref)),
		),
		({ transaction_id: id }) => id,
	);
	const ledgerOf = (row: OdooRow) => entries.get(textOf(row.client_order_ref)) ?? [];
	const own = rows.filter((row) => row.state !== 'cancel' || ledgerOf(row).length > 0);
	const totals = own.map((row) => ({ row, total: amountOf(row, 'amount_total', currencyOf(row)) }));
	const currencies = own.flatMap((row) => ledgerOf(row).map(({ amount }) => amount.currency));
	const rates = await readRateTable(odoo, [
		...[currency, ...currencies],
		...totals.map(({ total }) => total.currency),
	]);
	const sold = totals.map(({ row, total }) => ({ id: row.id, total }));
	const lines = await readSoldLines(odoo, sold, rates.home);
	const returned = await returnedUnits(odoo, own);
	return totals.map(({ row, total }) => {
		const date = textOf(row.date_order).slice(0, 10);
		const amounts = amountsOf(ledgerOf(row), row.state === 'cancel' ? undefined : total);
		const latest = amounts.received ?? amounts.settled ?? amounts.paid ?? money(0, currency);
		const rate = rates.rate(latest.currency, currency, date);
		const costRate = rates.rate(rates.home, currency, date);
		const isCancelled = row.state === 'cancel';
		const kept = (line: SoldLine) => {
			const back = isCancelled ? line.units : (returned.get(`${row.id} ${line.sku}`) ?? 0);
			const share = line.units === 0 ? 0 : Math.max(0, line.units - back) / line.units;
			const cost = money(Math.round(line.cost * share), rates.home);
			return {
				...{ sku: line.sku, units: line.units, returned: back, subtotal: line.subtotal },
				cost: costRate ? convert(cost, costRate, currency).amount : 0,
			};
		};
		return {
			...{ campaign: nameOf(row.campaign_id), medium: nameOf(row.medium_id), date, ...amounts },
			...(rate &&
				costRate &&
				!amounts.problem && { revenue: convert(latest, rate, currency).amount }),
			estimated: amounts.received?.currency !== currency,
			lines: (lines.get(row.id) ?? []).map(kept),
		};
	});
}

function amountsOf(entries: LedgerEntry[], total: Money | undefined) {
	const { paid = total, settled, received, problem } = orderMoney(entries);
	const fee = sumOf(entries.filter(({ leg }) => leg === 'fee'));
	return {
		...(paid && { paid }),
		...(fee && { fee }),
		...(settled && { settled }),
		...(received && { received }),
		...(problem && { problem }),
	};
}

/** Units that came back from buyers, by order and SKU. */
async function returnedUnits(odoo: OdooClient, orders: OdooRow[]): Promise<Map<string, number>> {
	const units = new Map<string, number>();
	for (const some of batches(orders, AT_ONCE)) {
		const domain: Domain = [
			['sale_line_id.order_id', 'in', some.map(({ id }) => id)],
			['location_id.usage', '=', 'customer'],
			['state', '=', 'done'],
		];
		const fields = ['sale_line_id', 'product_id', 'product_uom_qty'];
		const moves = await searchRead(odoo, 'stock.move', domain, fields);
		if (moves.length === 0) continue;
		const read = async (model: string, field: string, wanted: string[]) => {
			const ids = moves.map((move) => idOf(move[field]) ?? 0);
			const rows = await searchRead(odoo, model, [['id', 'in', ids]], wanted, { archived: true });
			return new Map(rows.map((row) => [row.id, row]));
		};
		const lines = await read('sale.order.line', 'sale_line_id', ['order_id']);
		const products = await read('product.product', 'product_id', ['default_code', 'display_name']);
		for (const move of moves) {
			const order = idOf(lines.get(idOf(move.sale_line_id) ?? 0)?.order_id) ?? 0;
			const product = products.get(idOf(move.product_id) ?? 0);
			const sku = textOf(product?.default_code) || textOf(product?.display_name);
			const key = `${order} ${sku}`;
			units.set(key, (units.get(key) ?? 0) + Number(move.product_uom_qty));
		}
	}
	return units;
}
