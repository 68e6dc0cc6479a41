import type { WeChat } from '../platform/wechat';
import { newApp, type App, type Call, type Middleware } from '../server/app';
import { SERVER_API_PATHS, type Fault } from '../server/faults';
import { badGateway, failCalls } from '../server/inject-faults';
import { readBody, type ServerApiEndpoint } from './endpoint';
import { blockedIp, ServerApiError } from './errcode';
import { sendMessage } from './messages/send-message';
import { shippingEndpoints } from './shipping/endpoints';
import { shopEndpoints } from './shop/endpoints';
import { tokenEndpoints } from './tokens/endpoints';

/** Every API of api.weixin.qq.com that the sandbox has. A new one is a line in its folder's list. */
const ENDPOINTS: ServerApiEndpoint[] = [
	...tokenEndpoints,
	...shippingEndpoints,
	...shopEndpoints,
	sendMessage,
];

/** Answers as api.weixin.qq.com: status 200 for a refusal too, with a `rid` in its message. */
export function serverApi(wechat: WeChat, faults: Middleware): App {
	const api = newApp();
	api.onError((error, call) => {
		if (!(error instanceof ServerApiError)) throw error;
		return refuse(error, call, wechat);
	});
	const paths = SERVER_API_PATHS.map((path) => `${path}*`);
	for (const path of paths) api.use(path, faults, failCalls(failure(wechat)));
	for (const endpoint of ENDPOINTS) {
		api.all(endpoint.path, async (call) =>
			answer(handle(endpoint, call, await call.req.text(), wechat), call, wechat),
		);
	}
	for (const path of paths) {
		api.all(path, () => {
			throw new ServerApiError(40066);
		});
	}
	return api;
}

function handle(endpoint: ServerApiEndpoint, call: Call, text: string, wechat: WeChat): object {
	const query = call.req.query();
	checkCaller(endpoint, query.access_token, wechat);
	if (call.req.method !== endpoint.method) {
		throw new ServerApiError(endpoint.method === 'POST' ? 43002 : 43001);
	}
	checkLimits(endpoint.path, wechat);
	const body = endpoint.method === 'POST' ? readBody(text) : {};
	const answered = endpoint.handle({ query, body }, wechat);
	return endpoint.account === 'none' ? answered : { errcode: 0, errmsg: 'ok', ...answered };
}

function checkCaller(
	{ account }: ServerApiEndpoint,
	token: string | undefined,
	{ serverApi: { miniProgram, rules, shopAccount, tokens }, now }: WeChat,
): void {
	if (account !== 'none') {
		tokens.check(token, (account === 'shop' ? shopAccount : miniProgram).appid, now());
	} else if (rules.blockedIp !== null) throw blockedIp(rules.blockedIp);
}

function checkLimits(path: string, { serverApi: { rules, counter }, now }: WeChat): void {
	const { perMinute = Infinity, perDay = Infinity } = rules.callLimits[path] ?? {};
	if (!counter.fits(path, 'minute', perMinute, now())) throw new ServerApiError(45011);
	if (!counter.fits(path, 'day', perDay, now())) throw new ServerApiError(45009);
}

/** Of the range for documentation. */
const IP_OF_FAULTS = '203.0.113.9';

const failure =
	(wechat: WeChat) =>
	({ kind, status = 500, errcode = -1 }: Fault, call: Call): Response => {
		if (kind === 'error') return status === 502 ? badGateway(call) : call.body(null, status);
		const code = kind === 'rateLimit' ? 45011 : errcode;
		const error = code === 40164 ? blockedIp(IP_OF_FAULTS) : new ServerApiError(code);
		return refuse(error, call, wechat);
	};

function refuse({ errcode, message }: ServerApiError, call: Call, wechat: WeChat): Response {
	const second = Math.floor(wechat.now() / 1000).toString(16);
	const part = (): string => wechat.random(4).toString('hex');
	const errmsg = `${message} rid: ${second}-${part()}-${part()}`;
	return answer({ errcode, errmsg }, call, wechat);
}

function answer(body: object, call: Call, { serverApi: { rules } }: WeChat): Response {
	call.set('errcode', 'errcode' in body ? Number(body.errcode) : 0);
	return call.body(bareIds(JSON.stringify(body), rules.shopIdsAsNumbers), 200, {
		'Content-Type': 'application/json; encoding=utf-8',
	});
}

const ALWAYS = ['msgid'];
const OF_THE_SHOP = [
	'order_id',
	'product_id',
	'sku_id',
	'product_ids',
	'order_id_list',
	'after_sale_order_id',
];

/** JSON text with ids as bare integers, which lose their last digits as JavaScript numbers: `msgid` always is one. */
export function bareIds(json: string, shopToo: boolean): string {
	const names = shopToo ? [...ALWAYS, ...OF_THE_SHOP] : ALWAYS;
	const fields = new RegExp(`"(?:${names.join('|')})":(?:"\\d+"|\\["\\d+"[",\\d]*\\])`, 'g');
	return json.replace(fields, (field) => {
		const colon = field.indexOf(':');
		return field.slice(0, colon) + field.slice(colon).replaceAll('"', '');
	});
}
