import { acceptedIds, verifyRequest } from '../../../../lib/shop-backend/verify-request';
import { readHoldRequest } from '../../../../lib/shop-backend/hold-request';
import { fillShelf, type Payment, type Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { receive, type Receiver } from '../receiver';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let sandbox: Sandbox;
let n8n: Receiver;
let answers: Array<[status: number, body: object]>;
let asked: Array<Record<string, unknown>>;
const accepted = acceptedIds();

beforeEach(async () => {
	asked = [];
	n8n = await receive((response, count) => {
		const { headers = {}, body = '' } = n8n.received[count - 1] ?? {};
		const request = verifyRequest(SECRET, headers, Buffer.from(body), Date.now(), accepted);
		asked.push(readHoldRequest(request.data));
		const [status, json] = answers.shift() ?? [503, {}];
		response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
	});
	sandbox = await sharedSandbox();
	fillShelf(sandbox.serverApi.shop);
	sandbox.phone.holdAt = { url: n8n.url, secret: SECRET };
});
afterEach(async () => {
	await sandbox.stop();
	await n8n.close();
});

const buy = async (body: object): Promise<Payment[]> => {
	const url = `${sandbox.url}/sandbox/purchases`;
	const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
	return (await response.json()) as Payment[];
};
const holds = () => sandbox.mall.orders().map(({ hold }) => hold?.state);

test('an order is paid once it is held, for exactly what was held', async () => {
	answers = [[200, { status: 'held', expires_at: '2026-11-22T13:55:00Z' }]];
	const [payment] = await buy({ sku_code: 'CAP-BLK', quantity: 2, remark: 'Ring twice' });
	const [order] = sandbox.mall.orders();
	expect(asked).toMatchObject([
		{
			mchid: sandbox.merchant.mchid,
			out_trade_no: payment?.out_trade_no,
			total_fen: payment?.amount.total,
			payer: payment?.payer,
			remark: 'Ring twice',
			recipient: order?.recipient,
		},
	]);
	expect(order?.hold).toMatchObject({ state: 'held', expires_at: '2026-11-22T13:55:00Z' });
});

test.each<[string, Array<[number, object]>, string, number]>([
	['is sold out', [[409, { status: 'not_enough' }]], 'sold_out', 1],
	['is wrong', [[422, { status: 'refused', message: 'No such SKU' }]], 'refused', 1],
	['has no clear answer, also when asked again', [], 'unanswered', 3],
])('an order that %s is not paid', async (_, given, state, times) => {
	answers = [...given];
	expect(await buy({ sku_code: 'CAP-BLK' })).toEqual([]);
	expect(holds()).toEqual([state]);
	expect(asked).toHaveLength(times);
	expect(sandbox.payments()).toEqual([]);
});

test('an order that is held at the second attempt is paid', async () => {
	answers = [
		[503, {}],
		[200, { status: 'held' }],
	];
	expect(await buy({ sku_code: 'CAP-BLK' })).toHaveLength(1);
	expect(holds()).toEqual(['held']);
});

test('a buyer can leave a held order unpaid, and pay it later', async () => {
	answers = [[200, { status: 'held' }]];
	expect(await buy({ sku_code: 'CAP-BLK', pay: false })).toEqual([]);
	const [order] = sandbox.mall.orders();
	const pay = async (out_trade_no?: string) => {
		const body = JSON.stringify({ out_trade_no });
		return await fetch(`${sandbox.url}/sandbox/mall-payments`, { method: 'POST', body });
	};
	expect((await pay('none')).status).toBe(400);
	expect((await pay(order?.out_trade_no)).status).toBe(201);
	expect(sandbox.payments()).toMatchObject([{ out_trade_no: order?.out_trade_no }]);
});

test('Odoo decides what is sold out, not the shelf', async () => {
	answers = Array.from({ length: 5 }, () => [200, { status: 'held' }]);
	expect(await buy({ sku_code: 'MUG.01', buyers: 5 })).toHaveLength(5);
});
