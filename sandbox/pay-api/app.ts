import type { WeChat } from '../platform/wechat';
import { newApp, targetOf, type App, type Call, type Middleware } from '../server/app';
import { badGateway, failCalls } from '../server/inject-faults';
import type { Fault } from '../server/faults';
import { checkAuthorization } from './authorization';
import { addBills } from './bills';
import { addCertificates } from './certificates';
import { addComplaints } from './complaints';
import { addCustoms } from './customs';
import { WeChatError } from './errors';
import { addGlobalRefunds } from './global-refunds';
import { addGlobalSettlement } from './global-settlement';
import { addOrders } from './orders';
import { addProfitSharing } from './profit-sharing';
import { addRefunds } from './refunds';
import { signAnswers } from './sign-answers';

/** WeChat Pay's API v3: requests are checked before anything is looked up, and answers signed, errors too. */
export function payApi(wechat: WeChat, faults: Middleware): App {
	const api = newApp();
	api.onError((error, call) => {
		if (!(error instanceof WeChatError)) throw error;
		return refuse(error, call);
	});
	api.use(faults, signAnswers(wechat), failCalls(payFailure(refuse)), checkRequest(wechat));
	addCertificates(api, wechat);
	addOrders(api, wechat);
	addRefunds(api, wechat);
	addGlobalRefunds(api, wechat);
	addBills(api, wechat);
	addGlobalSettlement(api, wechat);
	addCustoms(api, wechat);
	addProfitSharing(api, wechat);
	addComplaints(api, wechat);
	api.all('*', () => {
		throw noSuchPath();
	});
	return api;
}

const noSuchPath = (): WeChatError =>
	new WeChatError(404, 'RESOURCE_NOT_EXISTS', '无法识别的请求路径');

const checkRequest =
	(wechat: WeChat): Middleware =>
	async (call, next) => {
		const { method } = call.req;
		if (!call.req.header('user-agent') || !call.req.header('accept')) {
			throw new WeChatError(400, 'PARAM_ERROR', 'Http头缺少Accept或User-Agent');
		}
		const target = targetOf(call);
		const authorization = call.req.header('authorization');
		checkAuthorization({ method, target, authorization, body: await signedBody(call) }, wechat);
		if (!isDecodable(target)) throw noSuchPath();
		await next();
	};

/** Of a form with a file, only `meta` is signed. */
async function signedBody(call: Call): Promise<string> {
	const type = call.req.header('content-type') ?? '';
	if (!type.startsWith('multipart/form-data')) return await call.req.text();
	const { meta } = await call.req.parseBody();
	return typeof meta === 'string' ? meta : '';
}

function isDecodable(target: string): boolean {
	try {
		return decodeURIComponent(target.split('?', 1)[0] ?? '') !== '';
	} catch {
		return false;
	}
}

function refuse(error: WeChatError, call: Call): Response {
	const { status, code, message, detail, requestIdSuffix } = error;
	call.set('requestIdSuffix', requestIdSuffix);
	return call.json({ code, ...(detail === undefined ? {} : { detail }), message }, status);
}

/** How WeChat Pay fails, in the words of one version of its API. */
export const payFailure =
	(answer: (error: WeChatError, call: Call) => Response) =>
	({ kind, status, retryAfterS }: Fault, call: Call): Response => {
		if (kind === 'error') {
			if (status === 502) return badGateway(call);
			return answer(
				status === 503
					? new WeChatError(503, 'SERVICE_UNAVAILABLE', '服务不可用，请稍后重试')
					: new WeChatError(500, 'SYSTEM_ERROR', '系统异常，请稍后重试'),
				call,
			);
		}
		if (retryAfterS !== undefined) call.header('Retry-After', String(retryAfterS));
		const message = '频率限制，请降低请求接口频率';
		const limited = new WeChatError(429, 'FREQUENCY_LIMITED', message, undefined, '268447840');
		return answer(limited, call);
	};
