import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { forward } from '../../../tools/services/forward';

/** Odoo behind a proxy that switches off XML-RPC and JSON-RPC, as later versions do. */
export interface WithoutXmlRpc {
	url: string;
	/** Paths that were asked for in vain. */
	refused: string[];
	stop(): void;
}

export async function withoutXmlRpc(target: string): Promise<WithoutXmlRpc> {
	const refused: string[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			if (/^\/(xmlrpc|jsonrpc)/.test(request.url ?? '')) {
				refused.push(request.url ?? '');
				response.writeHead(404).end();
				return;
			}
			void forward(target, request, Buffer.concat(parts)).then((answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const stop = () => {
		server.close();
		server.closeAllConnections();
	};
	return { url: `http://127.0.0.1:${port}`, refused, stop };
}
