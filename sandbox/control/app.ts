import { newApp, type App, type Call } from '../server/app';
import type { ControlRoutes, Controls } from './controls';
import { addMall } from './mall';
import { addComplaints } from './complaints';
import { addCustoms } from './customs';
import { addMessages } from './messages';
import { addPayments } from './payments';
import { addPhone } from './phone';
import { addPlatform } from './platform';
import { addRefunds } from './refunds';
import { addServerApi } from './server-api';
import { addShipping } from './shipping';
import { addShop } from './shop';

/** Drives a sandbox from outside its process. Nothing is signed. */
export function controlApp(sandbox: Controls): App {
	const app = newApp();
	const routes: ControlRoutes = {
		get: (path, read) => app.get(path, (call) => json(call, 200, read(call.req.query()))),
		post: <Body>(path: string, act: (body: Body) => unknown) =>
			app.post(path, async (call) =>
				json(call, 201, await act(JSON.parse((await call.req.text()) || '{}') as Body)),
			),
		delete: (path, remove) => app.delete(path, (call) => json(call, 200, remove())),
	};
	for (const add of [
		addPayments,
		addRefunds,
		addCustoms,
		addComplaints,
		addPlatform,
		addServerApi,
		addShipping,
		addShop,
		addMessages,
		addMall,
		addPhone,
	]) {
		add(routes, sandbox);
	}
	app.onError(({ message }, call) => json(call, 400, { error: message }));
	app.all('*', (call) =>
		json(call, 404, { error: `There is no ${call.req.method} ${call.req.path}` }),
	);
	return app;
}

/** For people at a terminal, too. */
const json = (call: Call, status: 200 | 201 | 400 | 404, body: unknown): Response =>
	call.body(`${JSON.stringify(body, null, 2)}\n`, status, {
		'Content-Type': 'application/json; charset=utf-8',
	});
