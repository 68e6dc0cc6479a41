import { mapWithLimit } from '../../core/collections';
import type { HttpCallContext } from '../../core/http';
import { callWechatApi, type OpenApiAccount } from '../../wechat-api/call';

/** One movement of the shop's money as WeChat returns it (getfundsflowdetail). Fen, never negative. */
export interface FundsFlow {
	flow_id?: string;
	/** 1 payment, 3 refund, 4 withdrawal, 10 influencer's commission, 11 technical service fee, … */
	funds_type?: number;
	funds_type_desc?: string;
	/** 1 money comes, 2 money goes. */
	flow_type?: number;
	amount?: number;
	/** `2026-11-22 12:00:00` in Beijing. */
	bookkeeping_time?: string;
	related_info_list?: Array<{ order_id?: string; aftersale_id?: string }>;
}

const PAGE = 100;
const AT_ONCE = 5;

/**
 * The flows of a period. WeChat has those of a day after 16:00 in Beijing on the next day, and leaves out what is newer.
 *
 * @param period seconds since 1970
 */
export async function listFundsFlows(
	account: OpenApiAccount,
	{ from, until }: { from: number; until: number },
	context: HttpCallContext,
): Promise<FundsFlow[]> {
	const ids = new Set<string>();
	const path = '/channels/ec/funds/getfundsflowlist';
	for (let page = 1, next = ''; ; page += 1) {
		const fixed = { page, page_size: PAGE, start_time: from, end_time: until };
		const body = { ...fixed, ...(next && { next_key: next }) };
		const answer = await callWechatApi(account, { path, body, repeatable: true }, context);
		const { flow_ids: found, has_more: more, next_key: key } = answer;
		const own = Array.isArray(found) ? found.map(String) : [];
		for (const id of own) ids.add(id);
		if (more !== true || own.length === 0) break;
		next = String(key ?? '');
	}
	return await mapWithLimit([...ids], AT_ONCE, async (id) => await getFlow(account, id, context));
}

async function getFlow(
	account: OpenApiAccount,
	id: string,
	context: HttpCallContext,
): Promise<FundsFlow> {
	const call = { path: '/channels/ec/funds/getfundsflowdetail', body: { flow_id: id } };
	const answer = await callWechatApi(account, { ...call, repeatable: true }, context);
	return (answer.funds_flow ?? {}) as FundsFlow;
}
