import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { caller } from '../../../../../lib/shop-backend/check/backend';
import { isInTime, isSigned, SECRET } from './wrong-backends';

/** Calls a server that answers with these bytes, and says what it got. */
async function callAt(bytes: Buffer, difference = {}) {
	let genuine = false;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString();
			genuine = isInTime(request.headers) && isSigned(request.headers, body);
			response.end(bytes);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const call = caller({ url, secret: SECRET, limitMs: 1_000 }, Date.now);
	const answer = await call('ping', {}, difference).finally(() => server.close());
	return { answer, genuine };
}

it('signs as n8n does, unless told to differ', async () => {
	expect((await callAt(Buffer.from('{}'))).genuine).toBe(true);
	expect((await callAt(Buffer.from('{}'), { offsetS: -600 })).genuine).toBe(false);
	expect((await callAt(Buffer.from('{}'), { replace: () => '{}' })).genuine).toBe(false);
});

it('reads only JSON objects in UTF-8', async () => {
	const json = async (bytes: Buffer) => (await callAt(bytes)).answer.json;
	expect(await json(Buffer.from('{"a":"é"}'))).toEqual({ a: 'é' });
	expect(await json(Buffer.from('{"a":"é"}', 'latin1'))).toBeUndefined();
	expect(await json(Buffer.from('[]'))).toBeUndefined();
	expect(await json(Buffer.from('<html>'))).toBeUndefined();
});
