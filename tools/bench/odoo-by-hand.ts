import type { PaidOrder } from '../../lib/orders/model/paid-order';
import type { OdooAdmin } from '../services/odoo-admin';

interface Loaded {
	ids: number[] | false;
	messages: Array<{ message: string }>;
}

/**
 * What a flow of single steps does: look for the order and the buyer, create both, confirm, read
 * what is reserved, and only then take the next order.
 *
 * @returns milliseconds of each order
 */
export async function oneByOne(odoo: OdooAdmin, orders: PaidOrder[]): Promise<number[]> {
	const pricelist = await yuan(odoo);
	const latencies: number[] = [];
	for (const { payment, mapping } of orders) {
		const began = performance.now();
		await odoo.call('sale.order', 'search_read', [
			[['client_order_ref', '=', payment.transaction_id]],
			['name'],
		]);
		const openid = payment.payer?.openid ?? '';
		await odoo.call('res.partner', 'search_read', [[['ref', '=', openid]], ['name']]);
		const partner = await odoo.call('res.partner', 'create', [{ name: 'Buyer', ref: openid }]);
		const lines = (mapping?.lines ?? []).map((line) => [
			0,
			0,
			{
				product_id: line.product_id,
				product_uom_qty: line.quantity,
				price_unit: 1,
				tax_ids: false,
			},
		]);
		const order = await odoo.call<number>('sale.order', 'create', [
			{
				partner_id: partner,
				pricelist_id: pricelist,
				client_order_ref: payment.transaction_id,
				order_line: lines,
			},
		]);
		await odoo.call('sale.order', 'action_confirm', [[order]]);
		await reserved(odoo, [order]);
		latencies.push(performance.now() - began);
	}
	return latencies;
}

/**
 * The least that does it at all: buyers, orders, confirmation and reservation in one call each for
 * a whole batch. No check before the confirmation, nothing remembered, nothing repeated.
 *
 * @returns milliseconds of each order, from the beginning
 */
export async function inBatches(
	odoo: OdooAdmin,
	orders: PaidOrder[],
	size: number,
): Promise<number[]> {
	const pricelist = await yuan(odoo);
	const began = performance.now();
	const latencies: number[] = [];
	for (let start = 0; start < orders.length; start += size) {
		const batch = orders.slice(start, start + size);
		const partners = await load(
			odoo,
			'res.partner',
			['id', 'name', 'ref'],
			batch.map(({ payment }) => [`bare.${payment.payer?.openid ?? ''}`, 'Buyer', '']),
		);
		const fields = [
			'id',
			'partner_id/.id',
			'pricelist_id/.id',
			'client_order_ref',
			'order_line/id',
			'order_line/product_id/.id',
			'order_line/product_uom_qty',
			'order_line/price_unit',
			'order_line/tax_ids/.id',
		];
		const rows = batch.map(({ payment, mapping }, index) => [
			`bare.${payment.transaction_id}`,
			String(partners[index]),
			String(pricelist),
			payment.transaction_id,
			`bare.${payment.transaction_id}_1`,
			String(mapping?.lines[0]?.product_id),
			'1',
			'1',
			'',
		]);
		const ids = await load(odoo, 'sale.order', fields, rows);
		await odoo.call('sale.order', 'action_confirm', [ids]);
		await reserved(odoo, ids);
		latencies.push(...batch.map(() => performance.now() - began));
	}
	return latencies;
}

async function load(
	odoo: OdooAdmin,
	model: string,
	fields: string[],
	rows: string[][],
): Promise<number[]> {
	const { ids, messages } = await odoo.call<Loaded>(model, 'load', [fields, rows]);
	if (!ids) throw new Error(messages[0]?.message ?? `Odoo refuses rows of ${model}`);
	return ids;
}

const reserved = async (odoo: OdooAdmin, ids: number[]) =>
	await odoo.call('stock.move', 'search_read', [
		[['sale_line_id.order_id', 'in', ids]],
		['state', 'quantity', 'product_uom_qty'],
	]);

async function yuan(odoo: OdooAdmin): Promise<number> {
	const domain = [['currency_id.name', '=', 'CNY']];
	const [pricelist] = await odoo.call<number[]>('product.pricelist', 'search', [domain]);
	if (!pricelist) throw new Error('There is no pricelist in CNY');
	return pricelist;
}
