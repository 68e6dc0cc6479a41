import { settlements } from '../bills/settlements';
import type { Api } from './api';
import { paramError } from './wechat-error';

const LONGEST_PAGE = 30;

/** Payouts and what waits for one, a page at a time. */
export const getSettlements: Api = {
	method: 'GET',
	path: '/v3/global/settle/settlements',
	handle: ({ query }, wechat) => {
		const state = query.get('settle_state');
		if (state !== 'SETTLED' && state !== 'UNSETTLE') {
			throw paramError('settle_state', state, 'settle_state is SETTLED or UNSETTLE');
		}
		const [from, until] =
			state === 'SETTLED' ? [date(query, 'start'), date(query, 'end')] : ['', '9'];
		const offset = integer(query, 'offset', 0);
		const limit = integer(query, 'limit', 10);
		if (limit > LONGEST_PAGE) throw paramError('limit', String(limit), 'limit is 30 at most');
		const all = settlements(wechat, state).filter(
			({ settlement_date }) => from <= settlement_date && settlement_date <= until,
		);
		const data = all.slice(offset, offset + limit);
		const counted = offset === 0 || data.length === 0;
		return {
			status: 200,
			body: { data, offset, limit, ...(counted ? { total_count: all.length } : {}) },
		};
	},
};

/** Of settlement, not of trade. */
function date(query: URLSearchParams, end: 'start' | 'end'): string {
	const field = `settle_${end}_date`;
	const text = query.get(field);
	if (text !== null && /^\d{8}$/.test(text)) return text;
	throw paramError(field, text, `${field} is yyyyMMdd, and required for SETTLED`);
}

function integer(query: URLSearchParams, field: string, byDefault: number): number {
	const text = query.get(field);
	if (text !== null && !/^\d{1,9}$/.test(text))
		throw paramError(field, text, `${field} is no integer`);
	return text === null ? byDefault : Number(text);
}
