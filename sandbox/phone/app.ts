import { join } from 'node:path';

import { serveStatic } from '@hono/node-server/serve-static';
import { stream } from 'hono/streaming';

import type { Controls } from '../control/controls';
import { newApp, type App, type Middleware } from '../server/app';
import { liveState } from './live';

/** The page: a small shop beside an operator's console, and the state that it shows. */
export function phoneApp(sandbox: Controls, now: () => number): App {
	const live = liveState(sandbox, now);
	const app = newApp();
	for (const path of ['/', '/phone']) app.get(path, (call) => call.redirect('/phone/'));
	app.use('/phone/*', freshAndOwn);
	app.get('/phone/live', (call) => {
		call.header('Content-Type', 'text/event-stream');
		return stream(call, async (events) => {
			const gone = new AbortController();
			events.onAbort(() => gone.abort());
			for await (const event of live(gone.signal)) await events.write(event);
		});
	});
	const rewriteRequestPath = (path: string): string => path.slice('/phone'.length);
	app.get('/phone/*', serveStatic({ root: join(__dirname, 'page'), rewriteRequestPath }));
	app.all('/phone/*', (call) => call.text('Not found\n', 404));
	return app;
}

/** Never from a cache, and with nothing from other addresses. */
const freshAndOwn: Middleware = async (call, next) => {
	await next();
	call.header('Cache-Control', 'no-store');
	call.header('Content-Security-Policy', "default-src 'self'");
};
