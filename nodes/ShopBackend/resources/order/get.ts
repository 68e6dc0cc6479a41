import type { IDataObject } from 'n8n-workflow';

import { askShop, type ShopBackend } from '../../../../lib/shop-backend/ask';
import { readBasket } from '../../../../lib/shop-backend/basket';
import { runPerItem } from '../../../shared/run-per-item';
import { callStamp, shopBackendFrom } from '../../../shared/shop-backend';

/** Baskets asked for at once: enough for a burst, gentle on a shop that is under one itself. */
const AT_ONCE = 10;

/** Asks the shop for the basket of every item that has no lines yet; the others pass as they are. */
export const execute = runPerItem(
	async (context, _index, { json }) => {
		const backend = shopBackendFrom(await context.getCredentials('shopBackendApi'));
		return { json: await withLines(backend, json) };
	},
	{ atOnce: AT_ONCE },
);

async function withLines(backend: ShopBackend, json: IDataObject): Promise<IDataObject> {
	if (Array.isArray(json.lines) && json.lines.length > 0) return json;
	const { mchid, out_trade_no, transaction_id, total_fen } = json;
	const question = { mchid, out_trade_no, transaction_id, total_fen };
	const answer = await askShop(backend, 'basket.get', question, callStamp());
	const currency = (json.amount as IDataObject | undefined)?.currency;
	const basket = readBasket(answer, Number(total_fen), String(currency ?? 'CNY'));
	const answered: IDataObject = { ...json, ...(basket as unknown as IDataObject) };
	// What attach could not tell no longer matters.
	if (!('lines_problem' in basket)) delete answered.lines_problem;
	return answered;
}
