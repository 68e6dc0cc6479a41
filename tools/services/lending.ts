import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { cleanUpAtExit } from './processes';

/** Answers `POST` to lend and `DELETE` to take back; the result travels as JSON. */
export type Lend = (method: string, url: URL) => Promise<unknown>;

/** Lends services to the processes of one test run. */
export interface LendingDesk {
	url: string;
	stop(): Promise<void>;
}

/** @param stop ends what has been lent */
export async function openLendingDesk(lend: Lend, stop: () => Promise<void>): Promise<LendingDesk> {
	const server = createServer((incoming, response) => {
		const url = new URL(incoming.url ?? '', 'http://localhost');
		void lend(incoming.method ?? '', url).then(
			(result) => response.end(JSON.stringify(result ?? null)),
			(error: unknown) => response.writeHead(500).end(String(error)),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = async () => {
		server.close();
		await stop();
	};
	cleanUpAtExit(close);
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: close };
}

/**
 * Asks a lending desk. Without the time limit that `fetch` has: a first start may have to install.
 *
 * @throws Error with the reason of the desk
 */
export async function askLendingDesk<T>(method: 'POST' | 'DELETE', url: string): Promise<T> {
	return await new Promise((resolve, reject) => {
		// A kept connection may be closed by the desk at the moment of the next question.
		const call = request(url, { method, agent: false }, (response) => {
			void text(response).then((content) => {
				if (response.statusCode === 200) resolve(JSON.parse(content) as T);
				else reject(new Error(content));
			}, reject);
		});
		call.once('error', reject);
		call.end();
	});
}
