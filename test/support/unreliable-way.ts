import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The way from Odoo to n8n, on which pushes are lost, doubled and overtake each other. */
export interface UnreliableWay {
	url: string;
	/** Where it leads. */
	target: string;
	/** True: a third of all pushes is lost, a third doubled, and all are late by up to a second. */
	unreliable: boolean;
	/** When pushes came, in milliseconds since 1970, the oldest first. */
	arrivals: number[];
	/** What became of pushes. */
	counts: { passed: number; lost: number; doubled: number };
	stop(): void;
}

export async function unreliableWay(): Promise<UnreliableWay> {
	let number = 0;
	const server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			way.arrivals.push(Date.now());
			// Odoo gets its answer whatever becomes of the push.
			response.end('{}');
			number += 1;
			void passOn(way, request.url ?? '/', body, number);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const way: UnreliableWay = {
		url: `http://127.0.0.1:${port}`,
		target: '',
		unreliable: false,
		arrivals: [],
		counts: { passed: 0, lost: 0, doubled: 0 },
		stop: () => {
			server.close();
			server.closeAllConnections();
		},
	};
	return way;
}

async function passOn(way: UnreliableWay, path: string, body: string, number: number) {
	const { counts } = way;
	if (way.unreliable && number % 3 === 0) {
		counts.lost += 1;
		return;
	}
	const copies = way.unreliable && number % 3 === 1 ? 2 : 1;
	counts.passed += 1;
	if (copies === 2) counts.doubled += 1;
	for (let copy = 0; copy < copies; copy++) {
		// The first is the latest: the next ones overtake it.
		if (way.unreliable) await sleep(1_000 - ((number * 370) % 1_000));
		const headers = { 'content-type': 'application/json' };
		await fetch(way.target + path, { method: 'POST', headers, body }).catch(() => undefined);
	}
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}
