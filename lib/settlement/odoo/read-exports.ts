import { batches, groupBy } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import {
	amountOf,
	currencyOf,
	idOf,
	idsOf,
	nameOf,
	searchRead,
	textOf,
	type Domain,
	type OdooRow,
} from '../../odoo/records';
import type { ExportedOrder } from '../export-register';
import type { SoldOrder } from '../sold-order';
import { entriesOf } from './read-ledger';
import { readSoldOrders, type Period } from './read-sold-orders';

const AT_ONCE = 500;

/** The recorded orders of a period that were delivered to another country than `home`, with their documents in Odoo. */
export async function readExports(
	odoo: OdooClient,
	period: Period,
	home: string,
): Promise<ExportedOrder[]> {
	const sold = await readSoldOrders(odoo, period);
	const exports: ExportedOrder[] = [];
	for (const some of batches(sold, AT_ONCE)) exports.push(...(await exportsOf(odoo, some)));
	return exports.filter(({ country }) => country !== home);
}

async function exportsOf(odoo: OdooClient, sold: SoldOrder[]): Promise<ExportedOrder[]> {
	const ids = sold.map(({ id }) => id);
	const orders = byId(
		await read(odoo, 'sale.order', ids, ['partner_id', 'partner_shipping_id', 'invoice_ids']),
	);
	const rows = [...orders.values()];
	const invoices = await invoicesOf(odoo, rows);
	const deliveries = groupBy(await deliveredOf(odoo, ids), (row) => idOf(row.sale_id) ?? 0);
	const shippedTo = rows.map((row) => idOf(row.partner_shipping_id) ?? 0);
	const contacts = byId(await read(odoo, 'res.partner', shippedTo, ['country_id']));
	const countryIds = [...contacts.values()].map((row) => idOf(row.country_id) ?? 0);
	const countries = byId(await read(odoo, 'res.country', countryIds, ['code']));
	const transactions = sold.map(({ transaction_id: id }) => id);
	const entries = groupBy(await entriesOf(odoo, transactions), (entry) => entry.transaction_id);
	return sold.map(({ id, name, transaction_id, date, money }) => {
		const row = orders.get(id);
		const contact = contacts.get(idOf(row?.partner_shipping_id) ?? 0);
		const left = deliveries.get(id) ?? [];
		const receipts = (entries.get(transaction_id) ?? []).filter(({ leg }) => leg === 'received');
		return {
			...{ order: name, transaction_id, date, money },
			invoices: idsOf(row?.invoice_ids).flatMap((invoice) => invoices.get(invoice) ?? []),
			buyer: nameOf(row?.partner_id),
			country: textOf(countries.get(idOf(contact?.country_id) ?? 0)?.code),
			shipped: dayOf(left[0]?.date_done),
			waybills: left.map((one) => textOf(one.carrier_tracking_ref).trim()).filter(Boolean),
			bank_references: [...new Set(receipts.map(({ source }) => source.replace(/^Receipt /, '')))],
			received_date:
				receipts
					.map((entry) => entry.date)
					.sort()
					.at(-1) ?? '',
		};
	});
}

async function invoicesOf(odoo: OdooClient, orders: OdooRow[]) {
	const ids = orders.flatMap((row) => idsOf(row.invoice_ids));
	const fields = ['name', 'invoice_date', 'amount_total', 'currency_id', 'state', 'move_type'];
	const rows = await read(odoo, 'account.move', ids, fields);
	const posted = rows.filter((row) => row.state === 'posted' && row.move_type === 'out_invoice');
	return new Map(
		posted.map((row) => {
			const total = amountOf(row, 'amount_total', currencyOf(row));
			return [row.id, { name: textOf(row.name), date: textOf(row.invoice_date), total }];
		}),
	);
}

/** Finished deliveries to buyers, the earliest first. */
async function deliveredOf(odoo: OdooClient, orderIds: number[]): Promise<OdooRow[]> {
	const known = await odoo.fields('stock.picking');
	const shipping = ['carrier_tracking_ref'].filter((field) => known.has(field));
	const domain: Domain = [
		['sale_id', 'in', orderIds],
		['state', '=', 'done'],
		['location_dest_id.usage', '=', 'customer'],
	];
	const fields = ['sale_id', 'date_done', ...shipping];
	return await searchRead(odoo, 'stock.picking', domain, fields, { order: 'date_done, id' });
}

async function read(
	odoo: OdooClient,
	model: string,
	ids: number[],
	fields: string[],
): Promise<OdooRow[]> {
	const wanted = [...new Set(ids)].filter((id) => id > 0);
	if (wanted.length === 0) return [];
	const archived = model === 'res.partner' || model === 'sale.order';
	return await searchRead(odoo, model, [['id', 'in', wanted]], fields, { archived });
}

const byId = (rows: OdooRow[]): Map<number, OdooRow> => new Map(rows.map((row) => [row.id, row]));

const dayOf = (time: unknown): string => textOf(time).slice(0, 10);
