import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createAdaptorServer } from '@hono/node-server';

import type { App } from './app';

/** Serves on the loopback address, port 0 on a free one. Resolves when it listens. */
export async function listen(
	app: App,
	port: number,
): Promise<{ url: string; close: () => Promise<void> }> {
	// What tests and tools fetch with stays Node's own.
	const options = { fetch: app.fetch, overrideGlobalObjects: false };
	const server = createAdaptorServer(options) as Server;
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
