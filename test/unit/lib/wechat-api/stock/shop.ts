import { downloadHttp, type HttpCallContext } from '../../../../../lib/core/http';
import { IntegrationError } from '../../../../../lib/core/errors';
import { keyedQueue } from '../../../../../lib/core/keyed-queue';
import { parseJson } from '../../../../../lib/core/json';
import type { OpenApiAccount } from '../../../../../lib/wechat-api/call';
import { keepPace } from '../../../../../lib/wechat-api/pace';

/** What becomes of a write: done, done with its answer lost, lost before it was done, busy, or refused. */
export type Fate = 'done' | 'answer lost' | 'call lost' | 'busy' | number;

export const account = {
	baseUrl: 'https://api.weixin.qq.com',
	accessToken: async () => 't',
} as OpenApiAccount;

const lost = () =>
	new IntegrationError({
		code: 'HTTP_NO_ANSWER',
		message: 'No answer.',
		likelyCause: 'The network.',
		nextStep: 'Try again.',
		retryable: true,
		ambiguous: true,
	});

/** The stock of a shop with relative writes, as WeChat describes them; keys are `product/sku`. */
export function shop(stock: Record<string, number>, fates: Fate[] = []) {
	const asked: string[] = [];
	const clock = { ms: 1_790_000_000_000 };
	const answer = (body: object) => ({
		status: 200,
		headers: {},
		body: Buffer.from(JSON.stringify(body)),
	});
	const write = ({ product_id, sku_id, diff_type, num }: Record<string, unknown>) => {
		const key = `${String(product_id)}/${String(sku_id)}`;
		const after = (stock[key] ?? 0) + (diff_type === 1 ? Number(num) : -Number(num));
		if (after < 0) return answer({ errcode: 10020219, errmsg: 'not enough' });
		stock[key] = after;
		return answer({ errcode: 0 });
	};
	const read = (products: string[]) =>
		products.map((product_id) => ({
			product_id,
			sku_stock: Object.entries(stock)
				.filter(([key]) => key.startsWith(`${product_id}/`))
				.map(([key, normal_stock_num]) => ({ sku_id: key.split('/')[1], normal_stock_num })),
		}));
	const context: HttpCallContext = {
		send: async ({ url, body = '' }) => {
			const path = new URL(url).pathname.split('/').at(-1) ?? '';
			asked.push(path);
			const sent = parseJson(body) as Record<string, unknown>;
			if (path === 'batchget') {
				return answer({ errcode: 0, data: { spu_stock_list: read(sent.product_id as string[]) } });
			}
			const fate = fates.shift() ?? 'done';
			if (fate === 'call lost') throw lost();
			if (fate === 'busy') return answer({ errcode: -1, errmsg: 'system busy' });
			if (typeof fate === 'number') return answer({ errcode: fate, errmsg: 'no' });
			const done = write(sent);
			if (fate === 'answer lost') throw lost();
			return done;
		},
		download: downloadHttp,
		now: () => clock.ms,
		monotonic: () => clock.ms,
		random: () => 0.5,
		sleep: async (ms) => void (clock.ms += ms),
	};
	const pace = keepPace(() => ({ perMinute: 1000, perKeyMs: 0 }), context);
	const options = { dryRun: false, pace, queue: keyedQueue(), newestVersions: new Map() };
	return { context, stock, asked, options, clock };
}

export const update = (key: string, quantity: number, version = 1) => {
	const [product_id = '', sku_id = ''] = key.split('/');
	return { product_id, sku_id, sku: key, quantity, version, as_of: '2026-11-24T00:00:00.000Z' };
};
