import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { HttpAnswerOut, HttpRequestIn } from '../server/http';
import type { Controls } from '../control/route';
import { liveState } from './live';

const TYPES: Record<string, string> = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	svg: 'image/svg+xml',
};

/** Whether the page answers this path. */
export const isPhone = (target: string): boolean => target === '/' || target.startsWith('/phone');

/** The page: a small shop beside an operator's console, and the state that it shows. */
export function phonePage(
	sandbox: Controls,
	now: () => number,
): (request: HttpRequestIn) => Promise<HttpAnswerOut> {
	const live = liveState(sandbox, now);
	return async ({ method, target }) => {
		const { pathname } = new URL(target, 'http://sandbox');
		if (pathname === '/' || pathname === '/phone') {
			return { status: 302, headers: { Location: '/phone/' }, body: '' };
		}
		if (method === 'GET' && pathname === '/phone/live') {
			const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' };
			return { status: 200, headers, body: '', stream: live };
		}
		const file = pathname === '/phone/' ? 'index.html' : pathname.slice('/phone/'.length);
		const [, extension = ''] = /^[a-z-]+\.([a-z]+)$/.exec(file) ?? [];
		const type = TYPES[extension];
		const text = type && (await readFile(join(__dirname, 'page', file)).catch(() => undefined));
		if (method !== 'GET' || !text) return { status: 404, headers: {}, body: 'Not found\n' };
		const headers = {
			'Content-Type': type,
			'Cache-Control': 'no-store',
			'Content-Security-Policy': "default-src 'self'",
		};
		return { status: 200, headers, body: text };
	};
}
