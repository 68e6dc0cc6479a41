import { listFundsFlows } from '../../../../../lib/wechat-shop/funds/funds-flows';
import { scripted } from '../../wechat-api/context';
import { SHOP_ACCOUNT } from '../shop-account';

it('reads every page of the flows once, and each flow with its details', async () => {
	const page = (flow_ids: string[], has_more: boolean) => ({
		body: { errcode: 0, flow_ids, has_more, next_key: 'next' },
	});
	const flow = (flow_id: string) => ({ body: { errcode: 0, funds_flow: { flow_id, amount: 5 } } });
	const { context, asked } = scripted([
		...[page(['1', '2'], true), page(['2', '3'], false)],
		...[flow('1'), flow('2'), flow('3')],
	]);
	const flows = await listFundsFlows(SHOP_ACCOUNT, { from: 100, until: 200 }, context);
	expect(flows.map(({ flow_id: id }) => id)).toEqual(['1', '2', '3']);
	const bodies = asked.map(({ body }) => JSON.parse(body ?? '') as object);
	expect(bodies.slice(0, 2)).toEqual([
		{ page: 1, page_size: 100, start_time: 100, end_time: 200 },
		{ page: 2, page_size: 100, start_time: 100, end_time: 200, next_key: 'next' },
	]);
	expect(bodies[2]).toEqual({ flow_id: '1' });
});

it('has nothing to read of a day without flows, and does not ask for another page', async () => {
	const { context, asked } = scripted([{ body: { errcode: 0, has_more: true } }]);
	expect(await listFundsFlows(SHOP_ACCOUNT, { from: 1, until: 2 }, context)).toEqual([]);
	expect(asked).toHaveLength(1);
});
