import { request } from 'node:http';

import { createSandbox, type Sandbox } from '../../../../sandbox';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await createSandbox()));
afterAll(async () => await sandbox.stop());

/** With headers that `fetch` does not let a caller choose. */
const statusWith = async (headers: Record<string, string>): Promise<number | undefined> =>
	await new Promise((resolve, reject) => {
		const call = request(`${sandbox.url}/sandbox/orders`, { headers }, (response) => {
			response.resume();
			resolve(response.statusCode);
		});
		call.once('error', reject);
		call.end();
	});

it.each([
	{ host: 'shop.example' },
	{ host: 'shop.example:8790' },
	{ host: '127.0.0.1.shop.example' },
	{ origin: 'https://shop.example' },
	{ origin: 'http://127.0.0.1.shop.example' },
	{ origin: 'null' },
])('refuses what another site sends: %j', async (headers) => {
	expect(await statusWith(headers)).toBe(403);
});

it.each([
	{},
	{ host: 'localhost:8790' },
	{ host: '[::1]:8790' },
	{ origin: 'http://127.0.0.1:8790' },
	{ origin: 'http://localhost' },
])('answers this machine: %j', async (headers) => {
	expect(await statusWith(headers)).not.toBe(403);
});
