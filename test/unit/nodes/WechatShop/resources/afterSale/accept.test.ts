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

it('are decided only with approval, step by step, and each step once', async () => {
	const { after_sale_order_id: id } = ask('RETURN');
	expect(await decide(id, 'accept', { confirm: false })).toMatchObject({
		error: expect.stringContaining('Confirm Decision is off') as string,
	});
	expect(await decide(id, 'accept', { step: 'refund' })).toMatchObject({
		error: expect.stringContaining('MERCHANT_PROCESSING') as string,
	});
	for (let time = 0; time < 2; time++) {
		expect(await decide(id, 'accept', { step: 'agree' })).toMatchObject({ stage: 'returning' });
	}
	sandbox.serverApi.shop.moveAfterSale(id, 'sendBack');
	expect(await decide(id, 'get')).toMatchObject({
		stage: 'to_receive',
		return_waybill: expect.stringMatching(/^SF/) as string,
		due: expect.stringMatching(/\+08:00$/) as string,
	});
	for (let time = 0; time < 2; time++) {
		expect(await decide(id, 'accept', { step: 'refund' })).toMatchObject({
			stage: 'refunded',
			refund_status: 'SUCCESS',
			refund_id: id,
			refund_fen: 9900,
			amount: { total: 19800 },
			mchid: '',
		});
	}
	const paid = sandbox.serverApi.shop.flows().filter(({ funds_type }) => funds_type === 3);
	expect(paid.map(({ amount }) => amount)).toEqual([9900]);
});
