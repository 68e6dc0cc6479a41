import type { IExecuteFunctions, INode, INodeProperties } from 'n8n-workflow';

import type { Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { WechatPay } from '../../../../nodes/WechatPay/WechatPay.node';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

const node = new WechatPay();

interface Run {
	items?: number;
	type?: string;
	credential?: object;
	continueOnFail?: boolean;
	/** Index of the output that is returned: 0. */
	output?: number;
}

/** Runs an operation on items; what is not given has the default that the editor would show. */
async function run(
	resource: string,
	operation: string,
	given: Record<string, unknown> = {},
	{ items = 1, type = 'wechatPay', credential = {}, continueOnFail = false, output = 0 }: Run = {},
) {
	const chosen = { resource, operation };
	const byDefault = Object.fromEntries(
		node.description.properties
			.filter((field) => isShown(field, chosen))
			// Expressions read the item, which has no fields here.
			.map(({ name, default: usual }) => [name, String(usual).startsWith('=') ? '' : usual]),
	);
	const parameters: Record<string, unknown> = { ...byDefault, ...chosen, ...given };
	const context = {
		getNode: () => ({ name: 'WeChat Pay', type }) as INode,
		getInputData: () => Array.from({ length: items }, () => ({ json: {} })),
		getNodeParameter: (name: string, index: number) => {
			if (!(name in parameters)) throw new Error(`The editor has no field ${name}`);
			const value = parameters[name];
			return typeof value === 'function' ? (value as (index: number) => unknown)(index) : value;
		},
		getCredentials: async () => ({ ...sandbox.credential, ...credential }),
		isToolExecution: () => false,
		continueOnFail: () => continueOnFail,
	} as unknown as IExecuteFunctions;
	const outputs = await node.execute.call(context);
	return outputs[output] ?? [];
}

function isShown({ displayOptions }: INodeProperties, chosen: Record<string, string>): boolean {
	const show = displayOptions?.show ?? {};
	return Object.entries(chosen).every(
		([name, value]) => !show[name] || (show[name] as unknown[]).includes(value),
	);
}

const beijingToday = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const refunds = (transaction_id: string) =>
	sandbox.refunds().filter((refund) => refund.transaction_id === transaction_id);

describe('refunding in a workflow', () => {
	const confirm = true;

	it('sends a refund that waits for funds to its own output, with the plan and the number', async () => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 5000 });
		const refundNumber = `${out_trade_no}-R`;
		const given = { orderNumber: out_trade_no, refundNumber, confirm };
		sandbox.refundRules.available = 10;
		const [waiting] = await run('refund', 'create', given, { output: 1 });
		sandbox.refundRules.available = Infinity;
		expect(waiting?.json).toMatchObject({
			out_refund_no: refundNumber,
			refund_status: 'WAITING_FOR_FUNDS',
			waiting: { attempts: 1 },
		});
		const [paid] = await run('refund', 'create', given);
		expect(paid?.json).toMatchObject({ out_refund_no: refundNumber, refund_fen: 5000 });
		expect(refunds(transaction_id)).toHaveLength(1);
		const [listed] = await run('refund', 'getMany', { orderNumber: out_trade_no });
		expect(listed?.json).toMatchObject({ out_refund_no: refundNumber, left_fen: 0 });
	});

	it.each([
		['decimal', '12.34', 1234],
		['fen', '1234', 1234],
		['fen', 1234, 1234],
	])('takes a part in %s', async (amountUnit, amount, fen) => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 5000 });
		const refundNumber = `${out_trade_no}-R`;
		const given = {
			orderNumber: out_trade_no,
			refundNumber,
			extent: 'part',
			amount,
			amountUnit,
			confirm,
		};
		const [item] = await run('refund', 'create', given);
		expect(item?.json).toMatchObject({
			out_refund_no: refundNumber,
			refund_fen: fen,
			refund: '12.34',
		});
		expect(refunds(transaction_id)).toMatchObject([{ amount: { refund: fen } }]);
		const [found] = await run('refund', 'query', { refundNumber });
		expect(found?.json).toMatchObject({
			refund_status: 'SUCCESS',
			refund_fen: fen,
			transaction_id,
		});
	});

	it('hands reason, address and source of the money on', async () => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 5000 });
		const refundOptions = {
			reason: '少发一件',
			notifyUrl: 'https://shop.example/notify',
			fundsAccount: 'AVAILABLE',
		};
		const given = { orderNumber: out_trade_no, refundNumber: 'R-OPTIONS', confirm, refundOptions };
		await run('refund', 'create', given);
		expect(refunds(transaction_id)).toMatchObject([{ funds_account: 'AVAILABLE' }]);
	});

	it.each([
		['it is not confirmed', {}, {}, 'Confirm Refund is off'],
		['an AI agent asks', { confirm }, { type: 'n8n-nodes-wechat-odoo.wechatPayTool' }, 'AI agent'],
		['there is no refund number', { confirm, refundNumber: ' ' }, {}, 'The refund number is not'],
		[
			'fen have a point',
			{ confirm, extent: 'part', amountUnit: 'fen', amount: '12.00' },
			{},
			'cannot be refunded',
		],
		[
			'the amount is no number',
			{ confirm, extent: 'part', amount: '12,50' },
			{},
			'cannot be refunded',
		],
		['the amount is empty', { confirm, extent: 'part' }, {}, 'cannot be refunded'],
		[
			'it is finer than fen',
			{ confirm, extent: 'part', amount: '0.015' },
			{},
			'cannot be refunded',
		],
		[
			'the notify URL has a query',
			{ confirm, refundOptions: { notifyUrl: 'https://a.example/?b' } },
			{},
			'notify URL',
		],
	])('moves no money when %s', async (_, given, more, message) => {
		const { out_trade_no, transaction_id } = sandbox.pay({ total: 5000 });
		const basic = { orderNumber: out_trade_no, refundNumber: 'R-NOT' };
		await expect(run('refund', 'create', { ...basic, ...given }, more)).rejects.toThrow(message);
		expect(refunds(transaction_id)).toEqual([]);
	});

	it('cannot be confirmed by an expression', () => {
		const field = node.description.properties.find(({ name }) => name === 'confirm');
		expect(field).toMatchObject({ noDataExpression: true, default: false });
	});
});

describe('closing an order', () => {
	it('says which state it has now', async () => {
		const orders = [sandbox.order({ total: 100 }), sandbox.pay({ total: 100 })];
		const orderNumber = (index: number) => orders[index]?.out_trade_no;
		const output = await run('order', 'close', { orderNumber }, { items: 2, continueOnFail: true });
		expect(output).toMatchObject([
			{ json: { out_trade_no: orderNumber(0), trade_state: 'CLOSED' }, pairedItem: { item: 0 } },
			{ json: { error: expect.stringContaining('ORDER_PAID') }, pairedItem: { item: 1 } },
		]);
	});
});

describe('bills in a workflow', () => {
	it('give an item a row, paired with the item that asked', async () => {
		const { out_trade_no } = sandbox.pay({ total: 8800 });
		const date = beijingToday();
		const output = await run('bill', 'getTrade', { date, billType: 'SUCCESS' });
		expect(output).toContainEqual({
			json: expect.objectContaining({
				out_trade_no,
				total_fen: 8800,
				bill: { kind: 'trade', date, sha1: expect.stringMatching(/^[0-9a-f]{40}$/) },
			}),
			pairedItem: { item: 0 },
		});
		const flows = await run('bill', 'getFundFlow', { date: `${date}T09:00:00.000+08:00` });
		expect(flows.map(({ json }) => json['voucher_id'])).toContain(out_trade_no);
		const statement = await run('bill', 'getStatement', { date });
		expect(statement.map(({ json }) => json['out_trade_no'])).toContain(out_trade_no);
	});

	it('are missing on a quiet day, which is an error only when it should be', async () => {
		await expect(run('bill', 'getTrade', { date: '2020-01-01' })).rejects.toThrow(
			'NO_STATEMENT_EXIST',
		);
		const quiet = { date: '2020-01-01', whenNoBill: 'nothing' };
		expect(await run('bill', 'getTrade', quiet)).toEqual([]);
		expect(await run('bill', 'getFundFlow', quiet)).toEqual([]);
		expect(await run('bill', 'getStatement', quiet)).toEqual([]);
		await expect(run('bill', 'getTrade', { ...quiet, date: '22.11.2026' })).rejects.toThrow(
			'The date is not',
		);
	});

	it('are those of yesterday in Beijing when no day is given', async () => {
		await run('bill', 'getTrade', { whenNoBill: 'nothing' });
		const yesterday = new Date(Date.now() - 16 * 3_600_000).toISOString().slice(0, 10);
		expect(sandbox.calls().at(-1)?.target).toContain(`bill_date=${yesterday}`);
	});
});

describe('settlements and rates in a workflow', () => {
	it('come as items', async () => {
		sandbox.pay({ total: 71000 });
		const output = await run('settlement', 'getMany', { settleState: 'UNSETTLE' });
		expect(output).toMatchObject([{ json: { currency: 'USD', unsettle_fen: expect.any(Number) } }]);
		const none = { settledFrom: '2020-01-01', settledUntil: '2020-01-31' };
		expect(await run('settlement', 'getMany', none)).toEqual([]);
		const rate = { appId: sandbox.merchant.appid, currency: 'usd', date: '2026-11-20' };
		const [item] = await run('exchangeRate', 'get', rate);
		expect(item?.json).toMatchObject({ fee_type: 'USD', cny_per_unit: '7.1' });
	});

	it('without the APIv2 key say where it is', async () => {
		const rate = { appId: sandbox.merchant.appid, date: '2026-11-20' };
		await expect(
			run('exchangeRate', 'get', rate, { credential: { apiV2Key: '' } }),
		).rejects.toMatchObject({ description: expect.stringContaining('APIv2密钥') });
	});
});

it('every operation in the menus can be run', async () => {
	const menus = node.description.properties.filter(({ name }) => name === 'operation');
	const offered = menus.flatMap(({ displayOptions, options = [] }) =>
		options.map((option) => [
			String(displayOptions?.show?.['resource']?.[0]),
			String('value' in option ? option.value : ''),
		]),
	);
	expect(offered.length).toBeGreaterThanOrEqual(10);
	for (const [resource = '', operation = ''] of offered) {
		const failure: unknown = await run(resource, operation).then(
			() => 'done',
			(error: unknown) => error,
		);
		expect(String(failure)).not.toMatch(/no operation|no field/);
	}
});

describe('checking the account in a workflow', () => {
	it('tells what could be proved and how long the certificates last', async () => {
		const [item] = await run('account', 'check');
		expect(item?.json.wechat_pay).toMatchObject({
			mchid: sandbox.merchant.mchid,
			proved: expect.stringContaining('are right'),
			days_left: expect.any(Number),
			n8n_settings: expect.any(Array),
		});
	});

	it('names the wrong field', async () => {
		const credential = { apiV3Key: 'x'.repeat(32) };
		const checked = run('account', 'check', {}, { credential });
		await expect(checked).rejects.toThrow('APIv3 Key');
	});
});
