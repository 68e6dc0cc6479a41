import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IExecuteFunctions,
	INode,
} from 'n8n-workflow';

import type { Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { WechatPay } from '../../../../../../nodes/WechatPay/WechatPay.node';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

const node = new WechatPay();

/** Queries the orders with these numbers. */
async function query(lookUpBy: string, numbers: unknown[], continueOnFail = false) {
	const parameters: Record<string, unknown> = { resource: 'order', operation: 'query', lookUpBy };
	const context = {
		getNode: () => ({ name: 'WeChat Pay', type: 'wechatPay' }) as INode,
		isToolExecution: () => false,
		getInputData: () => numbers.map(() => ({ json: {} })),
		getNodeParameter: (name: string, index: number) =>
			name === 'orderNumber' ? numbers[index] : parameters[name],
		getCredentials: async () => sandbox.credential,
		continueOnFail: () => continueOnFail,
	} as unknown as IExecuteFunctions;
	return await node.execute.call(context);
}

describe('querying an order', () => {
	it('gives a paid one the shape of the trigger, found by either number', async () => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 9900, attach: 'TEE-RED-M*1' });
		const expected = {
			out_trade_no,
			transaction_id,
			total: '99.00',
			lines: [{ sku: 'TEE-RED-M', quantity: 1, unit_price_fen: 9900 }],
		};
		for (const [by, number] of [
			['out_trade_no', ` ${out_trade_no} `],
			['transaction_id', transaction_id],
		] as const) {
			const [output] = await query(by, [number]);
			expect(output).toMatchObject([{ json: expected, pairedItem: { item: 0 } }]);
			expect(output?.[0]?.json).not.toHaveProperty('notification');
		}
	});

	it('says which item has no such order, and goes on with the others when told to', async () => {
		const { out_trade_no } = sandbox.pay({ total: 100 });
		await expect(query('out_trade_no', [out_trade_no, 'NOTHING-1'])).rejects.toMatchObject({
			message: 'WeChat Pay answered ORDER_NOT_EXIST: 订单不存在.',
			context: { itemIndex: 1 },
		});
		const [output] = await query('out_trade_no', ['NOTHING-1', out_trade_no], true);
		expect(output).toMatchObject([
			{
				json: { error: 'WeChat Pay answered ORDER_NOT_EXIST: 订单不存在.' },
				pairedItem: { item: 0 },
			},
			{ json: { out_trade_no }, pairedItem: { item: 1 } },
		]);
	});

	it('asks nothing for what is no order number', async () => {
		for (const number of ['', 'short', 4200001234202611, undefined, 'with space', 'a/b?c=d&e']) {
			await expect(query('out_trade_no', [number])).rejects.toThrow('The order number is not text');
		}
	});
});

describe('the test of the credential', () => {
	const { wechatPayApiTest } = node.methods.credentialTest;
	const check = async (change: object) =>
		await wechatPayApiTest.call(
			{} as ICredentialTestFunctions,
			{
				id: '1',
				name: 'WeChat Pay',
				type: 'wechatPayApi',
				data: { ...sandbox.credential, ...change },
			} as ICredentialsDecrypted,
		);

	it('says what it could prove', async () => {
		expect(await check({})).toEqual({
			status: 'OK',
			message: 'Merchant, private key, verification keys and APIv3 key are right.',
		});
	});

	it('names the wrong field, and keeps the keys to itself', async () => {
		const secret = 'x'.repeat(31);
		const { status, message } = await check({ apiV3Key: secret });
		expect(status).toBe('Error');
		expect(message).toMatch(/^APIv3 Key: It has 31 characters, not 32\. /);
		expect(message).not.toContain(secret);
	});
});
