import type { OdooClient } from '../../odoo/client';
import { flowEntries, type ShopFlow } from '../shop-flow';
import { recordEntries, type RecordedOrder } from './record-entries';

/**
 * Records movements of a WeChat Shop's money in the ledger, each once, and updates the amounts on the sale orders.
 *
 * @returns one outcome for each flow, in the same order; undefined where Odoo has no order of it
 */
export const recordShopFlows = async (
	odoo: OdooClient,
	flows: ShopFlow[],
): Promise<Array<RecordedOrder | undefined>> => await recordEntries(odoo, flows, flowEntries);
