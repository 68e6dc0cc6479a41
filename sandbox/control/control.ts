import type { HttpAnswerOut, HttpRequestIn } from '../api/answer';
import type { PaymentOrder } from '../payment';
import type { NotifyOptions, Sandbox } from '../types';

type Controls = Pick<Sandbox, 'pay' | 'payments' | 'notify' | 'deliveries'> & {
	notifyUrl: string | undefined;
};

const json = (status: number, body: unknown): HttpAnswerOut => ({
	status,
	headers: { 'Content-Type': 'application/json; charset=utf-8' },
	body: `${JSON.stringify(body, null, 2)}\n`,
});

/**
 * The routes that drive a sandbox from outside its process: `POST /sandbox/payments` (a payment order,
 * with the options of its notification under `notify`, or `false` there for none), `GET /sandbox/payments`,
 * `GET /sandbox/deliveries?out_trade_no=…`.
 */
export function answerControl(request: HttpRequestIn, sandbox: Controls): HttpAnswerOut {
	const { pathname, searchParams } = new URL(request.target, 'http://sandbox');
	switch (`${request.method} ${pathname}`) {
		case 'POST /sandbox/payments':
			return payAndNotify(request.body, sandbox);
		case 'GET /sandbox/payments':
			return json(200, sandbox.payments());
		case 'GET /sandbox/deliveries':
			return json(200, sandbox.deliveries(Object.fromEntries(searchParams)));
		default:
			return json(404, { error: `There is no ${request.method} ${pathname}` });
	}
}

function payAndNotify(body: string, sandbox: Controls): HttpAnswerOut {
	try {
		const { notify, ...order } = JSON.parse(body) as PaymentOrder & {
			notify?: NotifyOptions | false;
		};
		if (!Number.isSafeInteger(order.total)) {
			throw new Error('total is missing, or not an integer in fen');
		}
		const url = notify === false ? undefined : (notify?.url ?? sandbox.notifyUrl);
		if (notify && !URL.canParse(url ?? '')) throw new Error('notify.url is no address');
		const payment = sandbox.pay(order);
		if (url !== undefined) void sandbox.notify(payment, { ...notify, url });
		return json(201, payment);
	} catch (error) {
		return json(400, { error: error instanceof Error ? error.message : String(error) });
	}
}
