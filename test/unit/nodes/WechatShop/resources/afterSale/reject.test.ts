import type { INode } from 'n8n-workflow';

import type { Sale, Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { addSku, shopRunner } from '../../run-shop';

let sandbox: Sandbox;
let tee: string;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	tee = addSku(sandbox, 'TEE', 9900);
});
afterAll(async () => sandbox.stop());

const run = shopRunner(() => sandbox, 'afterSale');
const sell = (sale: Sale) => sandbox.serverApi.shop.sell(sale);
const ask = (type: 'REFUND' | 'RETURN') => {
	const { order_id } = sell({ sku_id: tee, count: 2 });
	return sandbox.serverApi.shop.askAfterSale({ order_id, type, count: 1 });
};
const decide = async (id: string, operation: string, parameters: INode['parameters'] = {}) => {
	const all = { confirm: true, ...parameters };
	const [[item] = []] = await run(operation, [{ after_sale_id: id }], all);
	return item;
};

it('are rejected once, withdrawn ones are closed, and all are listed by their last change', async () => {
	const [rejected, withdrawn, open] = [ask('REFUND'), ask('REFUND'), ask('RETURN')];
	for (let time = 0; time < 2; time++) {
		expect(await decide(rejected.after_sale_order_id, 'reject')).toMatchObject({
			stage: 'closed',
		});
	}
	sandbox.serverApi.shop.moveAfterSale(withdrawn.after_sale_order_id, 'withdraw');
	expect(await decide(withdrawn.after_sale_order_id, 'accept', { step: 'refund' })).toMatchObject({
		error: expect.stringContaining('USER_CANCELD') as string,
	});
	const from = new Date(Date.now() - 3 * 24 * 3_600_000).toISOString();
	const [items = []] = await run('getMany', [{}], { from, returnAll: true });
	const stages = new Map(items.map((item) => [item.after_sale_id, item.stage]));
	expect([rejected, withdrawn, open].map((one) => stages.get(one.after_sale_order_id))).toEqual([
		'closed',
		'closed',
		'to_decide',
	]);
});
