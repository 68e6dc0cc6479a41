import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { balancer, type Balancer } from '../../../../tools/services/balancer';

const servers: Server[] = [];
let front: Balancer | undefined;

afterEach(async () => {
	await front?.close();
	for (const one of servers.splice(0)) {
		one.closeAllConnections();
		one.close();
	}
});

async function server(name: string, hangsUp = false): Promise<{ url: string; end(): void }> {
	const one = createServer((request, response) => {
		if (hangsUp) request.socket.destroy();
		else response.writeHead(200, { 'x-name': name }).end(`${name} ${request.url ?? ''}`);
	});
	servers.push(one);
	await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
	const { port } = one.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, end: () => void one.close() };
}

const ask = async () => {
	const response = await fetch(`${front?.url ?? ''}/webhook/x`, { method: 'POST', body: 'b' });
	return response.ok ? (response.headers.get('x-name') ?? '') : String(response.status);
};

it('shares calls out in turn', async () => {
	const [one, other] = [await server('one'), await server('other')];
	front = await balancer([one.url, other.url]);
	const names = [await ask(), await ask(), await ask(), await ask()];
	expect(names.filter((name) => name === 'one')).toHaveLength(2);
	expect(names.filter((name) => name === 'other')).toHaveLength(2);
});

it('goes past a server that takes no connection, and says 503 when none does', async () => {
	const [one, other] = [await server('one'), await server('other')];
	front = await balancer([one.url, other.url]);
	other.end();
	expect([await ask(), await ask(), await ask()]).toEqual(['one', 'one', 'one']);
	one.end();
	expect(await ask()).toBe('503');
});

it('never gives a call that one server has taken to another one', async () => {
	const [one, broken] = [await server('one'), await server('broken', true)];
	front = await balancer([broken.url, one.url]);
	const answers = await Promise.all(
		[ask(), ask()].map(async (one) => await one.catch(() => 'cut')),
	);
	expect(answers.sort()).toEqual(['cut', 'one']);
});
