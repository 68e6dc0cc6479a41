// A shop backend that answers n8n: copy what you need. No dependencies, Node 18 or newer.
//   SECRET=whsec_… PORT=8080 node shop-backend.mjs
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const key = Buffer.from((process.env.SECRET ?? '').replace('whsec_', ''), 'base64');
if (key.length < 24) throw new Error('SECRET: base64 of at least 24 random bytes');

// Your shop's database. Amounts are integers in fen, as paid, tax included:
// lines + shipping_fen − discount_fen = total_fen.
const orders = new Map([
	[
		'SHOP20261122000001',
		{
			total_fen: 24800,
			lines: [
				{ sku: 'TEE-RED-M', name: 'Red tee, M', quantity: 2, unit_price_fen: 9900 },
				{ sku: 'CAP-BLK', name: 'Black cap', quantity: 1, unit_price_fen: 5000 },
			],
			shipping_fen: 1000,
			discount_fen: 1000,
			recipient: {
				name: '示例买家',
				phone: '10000000001',
				country: 'CN',
				province: '广东省',
				city: '广州市',
				district: '天河区',
				street: '示例路 1 号',
				postcode: '510000',
			},
			remark: '请放门口 (please leave it at the door)',
			is_gift: false,
			invoice_title: '示例有限公司',
			campaign: 'lilys-list',
			medium: 'Mini Program',
			expected_delivery: '2026-11-25',
		},
	],
]);

const stock = new Map([
	['TEE-RED-M', { quantity: 0, version: 0 }],
	['CAP-BLK', { quantity: 0, version: 0 }],
]);

const answers = {
	ping: () => ({ ok: true }),
	'order.get': ({ out_trade_no }) => orders.get(out_trade_no),
	'stock.set': (data) => ({ stock: data.stock.map(setStock) }),
	'stock.get': ({ skus }) => ({
		stock: skus.filter((sku) => stock.has(sku)).map((sku) => ({ sku, ...stock.get(sku) })),
	}),
};

// Calls may come twice and overtake one another: only a version that is not older counts. In a
// database: UPDATE … SET quantity = ?, version = ? WHERE sku = ? AND version <= ?
function setStock({ sku, quantity, version }) {
	const known = stock.get(sku);
	if (!known) return { sku, status: 'unknown' };
	if (version < known.version) return { sku, status: 'stale' };
	stock.set(sku, { quantity, version });
	console.log(`${sku}: ${quantity}`);
	return { sku, status: 'set' };
}

function isGenuine(headers, body) {
	const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': given } = headers;
	if (!id || !given || Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
	const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
	return given.split(' ').some((one) => {
		const bytes = Buffer.from(one.replace(/^v1,/, ''), 'base64');
		return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
	});
}

createServer(async (request, response) => {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	const body = Buffer.concat(chunks);
	const reply = (status, json) => {
		response.writeHead(status, { 'Content-Type': 'application/json' });
		response.end(JSON.stringify(json));
	};
	if (!isGenuine(request.headers, body)) return reply(401, { error: 'signature' });
	const { type, data } = JSON.parse(body.toString());
	const answer = answers[type]?.(data);
	return answer ? reply(200, answer) : reply(404, { error: 'unknown' });
}).listen(Number(process.env.PORT ?? 8080), '127.0.0.1', function () {
	console.log(`shop backend at http://127.0.0.1:${this.address().port}`);
});
