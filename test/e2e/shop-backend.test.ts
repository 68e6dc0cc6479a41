import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { outputsOf } from '../../tools/services/n8n-executions';
import { endedRuns } from '../support/ended-runs';
import {
	publishReceiver,
	startReceivingStack,
	type ReceivingStack,
} from '../support/receiving-stack';

const SAMPLE = join(__dirname, '../../docs/samples/shop-backend.mjs');
const secret = `whsec_${randomBytes(32).toString('base64')}`;
let stack: ReceivingStack;
let shop: ChildProcess;
let receiver: { id: string; notifyUrl: string };

beforeAll(async () => {
	const env = { ...process.env, SECRET: secret, PORT: '0' };
	shop = spawn(process.execPath, [SAMPLE], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	const url = await new Promise<string>((resolve, reject) => {
		shop.once('exit', () => reject(new Error('The sample ended')));
		shop.stdout?.once('data', (line: Buffer) => resolve(/http:\S+/.exec(String(line))?.[0] ?? ''));
	});
	stack = await startReceivingStack();
	const fields = { url, secret };
	const shopBackendApi = await stack.client.createCredential('shopBackendApi', 'Shop', fields);
	receiver = await publishReceiver(
		stack,
		{ acknowledge: 'responseNode', linesFrom: 'none' },
		{
			between: {
				type: 'n8n-nodes-wechat-odoo.shopBackend',
				parameters: { resource: 'order', operation: 'get' },
			},
			credentials: { shopBackendApi },
		},
	);
}, 1_800_000);

afterAll(async () => {
	shop?.kill();
	await stack?.stop();
}, 60_000);

/** A payment without lines, through the trigger and the step. @returns the item, once WeChat is answered */
async function paid(total: number, out_trade_no?: string): Promise<Record<string, unknown>> {
	const { sandbox, client } = stack;
	const made = sandbox.pay({ total });
	// The sample knows one order; WeChat would not sell it twice.
	const payment = { ...made, out_trade_no: out_trade_no ?? made.out_trade_no };
	const { acknowledged } = await sandbox.notify(payment, { url: receiver.notifyUrl });
	expect(acknowledged).toBe(true);
	const [run] = await endedRuns(client, receiver.id, [payment.transaction_id]);
	const [output = []] = outputsOf(run!, 'Between');
	return output[0] ?? {};
}

describe('Shop Backend: Get Order in a real n8n, asking the sample of the documentation', () => {
	it('gives a payment without lines the basket that makes its total', async () => {
		const item = await paid(24800, 'SHOP20261122000001');
		expect(item).toMatchObject({
			lines: [
				{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900, unit_price: '99.00' },
				{ sku: 'CAP-BLK', quantity: 1, unit_price_fen: 5000, unit_price: '50.00' },
			],
			lines_source: 'shop',
		});
		expect(item).not.toHaveProperty('lines_problem');
	}, 60_000);

	it('leaves a payment of an order that the shop does not know without lines, and says so', async () => {
		expect(await paid(9900)).toMatchObject({
			lines: [],
			lines_problem: 'The shop does not know this order.',
		});
	}, 60_000);

	it('does not take a basket that differs by one fen, and tells both amounts', async () => {
		const item = await paid(24801, 'SHOP20261122000001');
		expect(item).toMatchObject({
			lines: [],
			lines_problem: "The shop's basket makes 248.00, but 248.01 CNY was paid.",
		});
	}, 60_000);
});
