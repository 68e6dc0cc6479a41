import type { HttpAnswerOut, HttpRequestIn } from '../server/http';
import { eventRoutes } from './events';
import { faultRoutes } from './faults';
import { keyRoutes } from './keys';
import { logRoutes } from './logs';
import { orderRoutes } from './orders';
import { paymentRoutes } from './payments';
import { messageRoutes } from './messages';
import { refundRoutes } from './refunds';
import { phoneRoutes } from './phone';
import type { ControlRoute, Controls } from './route';
import { serverApiRoutes } from './server-api';
import { shippingRoutes } from './shipping';
import { shopRoutes } from './shop';

const ROUTES: ControlRoute[] = [
	...paymentRoutes,
	...orderRoutes,
	...refundRoutes,
	...eventRoutes,
	...keyRoutes,
	...faultRoutes,
	...logRoutes,
	...serverApiRoutes,
	...shippingRoutes,
	...shopRoutes,
	...messageRoutes,
	...phoneRoutes,
];

/** Drives a sandbox from outside its process, below `/sandbox`: JSON in, JSON out, nothing signed. */
export async function answerControl(
	{ method, target, body }: HttpRequestIn,
	sandbox: Controls,
): Promise<HttpAnswerOut> {
	const { pathname, searchParams: query } = new URL(target, 'http://sandbox');
	const route = ROUTES.find((one) => one.method === method && `/sandbox${one.path}` === pathname);
	if (!route) return json(404, { error: `There is no ${method} ${pathname}` });
	try {
		return json(method === 'POST' ? 201 : 200, await route.handle({ body, query }, sandbox));
	} catch (error) {
		return json(400, { error: error instanceof Error ? error.message : String(error) });
	}
}

const json = (status: number, body: unknown): HttpAnswerOut => ({
	status,
	headers: { 'Content-Type': 'application/json; charset=utf-8' },
	body: `${JSON.stringify(body, null, 2)}\n`,
});
