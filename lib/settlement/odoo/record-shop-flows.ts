import type { OdooClient } from '../../odoo/client';
import { recordStatus, type RecordStatus } from '../ledger-entry';
import { amountTexts, type AmountTexts } from '../order-money';
import { flowEntries, type ShopFlow } from '../shop-flow';
import { appendEntries } from './append-entries';
import { findSales } from './find-sales';
import { writeOrderMoney } from './write-order-money';

/** What became of a flow; `settlement` of its item. Amounts are those of the whole order now. */
export interface RecordedFlow extends AmountTexts {
	status: RecordStatus;
	sale_order_id: number;
	name: string;
}

/**
 * Records movements of a WeChat Shop's money in the ledger, each once, and updates the amounts on the sale orders.
 *
 * @returns one outcome for each flow, in the same order; undefined where Odoo has no order of it
 */
export async function recordShopFlows(
	odoo: OdooClient,
	flows: ShopFlow[],
): Promise<Array<RecordedFlow | undefined>> {
	const sales = await findSales(odoo, flows);
	const wanted = flows.flatMap((flow) => {
		const sale = sales.get(flow.transaction_id);
		return sale ? flowEntries(flow).map((entry) => ({ entry, sale })) : [];
	});
	if (wanted.length === 0) return flows.map(() => undefined);
	const { entries, appended } = await appendEntries(odoo, wanted);
	const moneyOf = await writeOrderMoney(odoo, entries);
	const sequences = new Map(appended.map(({ key, sequence }) => [key, sequence]));
	return flows.map((flow) => {
		const sale = sales.get(flow.transaction_id);
		if (!sale) return undefined;
		const own = flowEntries(flow).flatMap(({ key }) => sequences.get(key) ?? []);
		const about = { sale_order_id: sale.id, name: sale.name };
		return { status: recordStatus(own), ...about, ...amountTexts(moneyOf.get(sale.id)) };
	});
}
