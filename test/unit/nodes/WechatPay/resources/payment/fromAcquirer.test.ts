import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { airwallexWebhook, stripeWebhook, type SignedWebhook } from '../../../../../../sandbox';
import { WechatPay } from '../../../../../../nodes/WechatPay/WechatPay.node';

const node = new WechatPay();
const SECRET = 'whsec_test';

/** Runs the operation on requests, as n8n's Webhook node passes them. `body` is what arrived. */
async function run(
	requests: Array<Pick<SignedWebhook, 'headers'> & { body?: string }>,
	{ credential = {}, parameters = {}, onError }: Given = {},
): Promise<INodeExecutionData[][]> {
	const values: Record<string, unknown> = {
		resource: 'payment',
		operation: 'fromAcquirer',
		rawBodyField: 'data',
		acquirerLinesFrom: 'field',
		linesField: 'metadata.lines',
		...parameters,
	};
	const items = requests.map(({ headers, body }) => ({
		json: { headers, body: JSON.parse(body ?? '{}') as object, query: {} },
		...(body === undefined ? {} : { binary: { data: { data: body, mimeType: 'json' } } }),
	}));
	const context = {
		getNode: () => ({ name: 'From Acquirer', type: 'wechatPay', onError }) as INode,
		getInputData: () => items,
		getNodeParameter: (name: string, _index: number, otherwise?: unknown) =>
			values[name] ?? otherwise,
		getCredentials: async () => ({ acquirer: 'airwallex', signingSecret: SECRET, ...credential }),
		isToolExecution: () => false,
		continueOnFail: () => onError !== undefined,
		helpers: {
			getBinaryDataBuffer: async (index: number) => Buffer.from(requests[index]?.body ?? ''),
		},
	} as unknown as IExecuteFunctions;
	return await node.execute.call(context);
}

interface Given {
	credential?: object;
	parameters?: object;
	onError?: 'continueRegularOutput';
}

const airwallex = (changes: object = {}, secret = SECRET) =>
	airwallexWebhook(
		{
			intentId: 'int_1',
			orderNumber: 'SHOP-1',
			amount: 99,
			currency: 'HKD',
			accountId: 'acct_1',
			metadata: { lines: 'TEE*1' },
			...changes,
		},
		secret,
		Date.now(),
	);

describe('Payment: From Acquirer', () => {
	it('sends payments, what is no payment, and what is not genuine to three outputs', async () => {
		const requests = [
			await airwallex({ intentId: 'int_forged' }, 'whsec_guess'),
			await airwallex({ intentId: 'int_card', method: 'card' }),
			await airwallex(),
		];
		const [payments, ignored, refused] = await run(requests);
		expect(payments).toMatchObject([
			{ json: { mchid: 'airwallex:acct_1', total: '99.00' }, pairedItem: { item: 2 } },
		]);
		expect(ignored).toMatchObject([
			{ json: { reason: 'It was paid by card.' }, pairedItem: { item: 1 } },
		]);
		expect(refused).toMatchObject([
			{ json: { code: 'ACQUIRER_SIGNATURE_INVALID' }, pairedItem: { item: 0 } },
		]);
	});

	it('lets nothing of the request out but the payment', async () => {
		const [[item] = []] = await run([await airwallex()]);
		expect(item).not.toHaveProperty('binary');
		expect(Object.keys(item?.json ?? {})).not.toEqual(
			expect.arrayContaining(['headers', 'body', 'query']),
		);
	});

	it('refuses JSON that was written again, although it says the same', async () => {
		const { headers, body } = await stripeWebhook(
			{ intentId: 'pi_1', amount: 9900, currency: 'hkd' },
			SECRET,
			Date.now(),
		);
		const credential = { acquirer: 'stripe', accountId: ' acct_1 ' };
		const [genuine] = await run([{ headers, body }], { credential });
		expect(genuine).toMatchObject([{ json: { mchid: 'stripe:acct_1' } }]);
		const again = JSON.stringify(JSON.parse(body));
		const [none, , refused] = await run([{ headers, body: again }], { credential });
		expect(none).toEqual([]);
		expect(refused).toHaveLength(1);
	});

	it('fails for the item whose raw body is missing, and only for it', async () => {
		const { headers } = await airwallex();
		await expect(run([{ headers }])).rejects.toMatchObject({
			message: 'The item has no raw body in the field "data".',
			context: { itemIndex: 0 },
		});
		const [first, second] = [{ headers }, await airwallex()];
		const [output] = await run([first, second], { onError: 'continueRegularOutput' });
		expect(output).toMatchObject([
			{ json: { error: 'The item has no raw body in the field "data".' } },
			{ json: { transaction_id: 'int_1' } },
		]);
	});

	it('reads what the options name', async () => {
		const request = await airwallex({
			method: 'card',
			metadata: { no: 'A-7', openid: 'oUpF8', wx: '42000027' },
		});
		const [[item] = []] = await run([request], {
			parameters: {
				orderNumberField: 'metadata.no',
				acquirerLinesFrom: 'none',
				acquirerOptions: {
					methods: 'all',
					openidField: 'metadata.openid',
					wechatTransactionIdField: 'metadata.wx',
				},
			},
		});
		expect(item?.json).toMatchObject({
			out_trade_no: 'A-7',
			payer: { openid: 'oUpF8' },
			lines_source: 'none',
			acquirer: { method: 'card', wechat_transaction_id: '42000027' },
		});
	});
});
