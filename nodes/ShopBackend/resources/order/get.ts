import type { IDataObject } from 'n8n-workflow';

import type { ShopBackend } from '../../../../lib/shop-backend/ask';
import { getShopOrder } from '../../../../lib/shop-backend/get-order';
import { readShopOrder } from '../../../../lib/shop-backend/order';
import { runPerItem } from '../../../shared/run-per-item';
import { callStamp, shopBackendFrom } from '../../../shared/shop-backend';

/** Orders asked for at once: enough for a burst, gentle on a shop that is under one itself. */
const AT_ONCE = 10;

/** Asks the shop for the order of every item. */
export const execute = runPerItem(
	async (context, _index, { json }) => {
		const backend = shopBackendFrom(await context.getCredentials('shopBackendApi'));
		return { json: await withOrder(backend, json) };
	},
	{ atOnce: AT_ONCE },
);

/** The item with what the shop knows. Lines that WeChat brought are kept unless those of the shop fit the payment. */
async function withOrder(backend: ShopBackend, json: IDataObject): Promise<IDataObject> {
	const { mchid, out_trade_no, transaction_id, total_fen } = json;
	const question = { mchid, out_trade_no, transaction_id, total_fen };
	const answer = await getShopOrder(backend, question, callStamp);
	const currency = (json.amount as IDataObject | undefined)?.currency;
	const order = readShopOrder(answer, Number(total_fen), String(currency ?? 'CNY'));
	const { lines, lines_source, lines_problem, ...details } = { lines_problem: undefined, ...order };
	const answered = { ...json, ...(details as IDataObject) };
	if (lines_problem !== undefined && hasLines(json)) return answered;
	// What attach could not tell no longer matters.
	delete answered.lines_problem;
	return {
		...answered,
		...{ lines: lines as unknown as IDataObject[], lines_source },
		...(lines_problem !== undefined && { lines_problem }),
	};
}

const hasLines = ({ lines }: IDataObject): boolean => Array.isArray(lines) && lines.length > 0;
