import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { createSandbox, type Sandbox } from '../../sandbox';
import { forward } from '../../tools/services/forward';
import { startN8n, type N8nServer } from '../../tools/services/n8n';
import { n8nClient, type N8nClient } from '../../tools/services/n8n-client';
import { packTarball } from '../../tools/services/pack';
import { progressFor } from '../../tools/services/progress';
import { publishStep } from '../support/run-in-n8n';

let sandbox: Sandbox;
let proxy: Server;
let n8n: N8nServer;
let client: N8nClient;
const proxied: string[] = [];

/** What a company's proxy does with plain HTTP: the request names the whole address. */
const passOn = createServer((request, response) => {
	const { origin, pathname, search } = new URL(request.url ?? '');
	proxied.push(pathname);
	request.url = pathname + search;
	void buffer(request)
		.then(async (body) => await forward(origin, request, body))
		.then((answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
});

beforeAll(async () => {
	sandbox = await createSandbox();
	proxy = passOn.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	const progress = progressFor('n8n');
	const env = {
		N8N_SSRF_PROTECTION_ENABLED: 'true',
		N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32',
		HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
	};
	n8n = await startN8n({ tarball: await packTarball(progress), progress, env });
	client = await n8nClient(n8n);
}, 1_800_000);

afterAll(async () => {
	await n8n?.stop();
	proxy?.closeAllConnections();
	proxy?.close();
	await sandbox?.stop();
}, 60_000);

const query = async (fields: object) =>
	await publishStep(
		client,
		{
			type: 'wechatPay',
			parameters: {
				resource: 'order',
				operation: 'query',
				orderNumber: '={{ $json.body.number }}',
			},
		},
		{ wechatPayApi: await client.createCredential('wechatPayApi', 'WeChat Pay', fields) },
	);

describe("n8n's rules for outbound requests", () => {
	it("sends the package's requests through n8n's proxy", async () => {
		const { out_trade_no } = sandbox.pay({ total: 9900 });
		const run = await query({ ...sandbox.credential });
		expect(await run({ number: out_trade_no })).toMatchObject([{ out_trade_no }]);
		expect(proxied).toContain(`/v3/pay/transactions/out-trade-no/${out_trade_no}`);
	}, 120_000);

	it('refuses an address of the internal network that n8n does not allow', async () => {
		const baseUrl = sandbox.url.replace('127.0.0.1', '127.0.0.2');
		const run = await query({ ...sandbox.credential, baseUrl });
		const [refused] = await run({ number: 'SHOP-1' });
		expect(refused?.error).toContain('n8n does not allow requests to 127.0.0.2');
	}, 120_000);
});
