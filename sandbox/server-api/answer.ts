import type { HttpAnswerOut, HttpRequestIn } from '../server/http';
import { answerWithFaults, BAD_GATEWAY } from '../server/fault-answer';
import type { Fault } from '../server/faults';
import type { WeChat } from '../platform/wechat';
import { bareIds } from './bare-ids';
import { blockedIp, ServerApiError } from './errcode';
import type { ServerApiEndpoint } from './endpoint';
import { readBody } from './read-body';
import { findEndpoint } from './router';

/** What api.weixin.qq.com answers: status 200 for a refusal too, with a `rid` in its words. */
export function answerServerApi(request: HttpRequestIn, wechat: WeChat): HttpAnswerOut {
	return answerWithFaults(request, wechat, {
		fail: (fault) => failure(fault, wechat),
		answer: () => {
			try {
				return answered(handle(request, wechat), wechat);
			} catch (error) {
				if (!(error instanceof ServerApiError)) throw error;
				return refusal(error, wechat);
			}
		},
	});
}

function handle({ method, target, body }: HttpRequestIn, wechat: WeChat): object {
	const { pathname, searchParams: query } = new URL(target, 'http://sandbox');
	const endpoint = findEndpoint(pathname);
	if (!endpoint) throw new ServerApiError(40066);
	checkCaller(endpoint, query.get('access_token'), wechat);
	if (method !== endpoint.method) {
		throw new ServerApiError(endpoint.method === 'POST' ? 43002 : 43001);
	}
	checkLimits(endpoint.path, wechat);
	const call = { query, body: method === 'POST' ? readBody(body) : {} };
	const answer = endpoint.handle(call, wechat);
	return endpoint.account === 'none' ? answer : { errcode: 0, errmsg: 'ok', ...answer };
}

function checkCaller({ account }: ServerApiEndpoint, token: string | null, wechat: WeChat): void {
	const {
		rules,
		tokens,
		[account === 'shop' ? 'shopAccount' : 'miniProgram']: owner,
	} = wechat.serverApi;
	if (account !== 'none') tokens.check(token, owner.appid, wechat.now());
	else if (rules.blockedIp !== null) throw blockedIp(rules.blockedIp);
}

function checkLimits(path: string, { serverApi: { rules, counter }, now }: WeChat): void {
	const { perMinute = Infinity, perDay = Infinity } = rules.callLimits[path] ?? {};
	if (!counter.fits(path, 'minute', perMinute, now())) throw new ServerApiError(45011);
	if (!counter.fits(path, 'day', perDay, now())) throw new ServerApiError(45009);
}

function failure(fault: Fault, wechat: WeChat): HttpAnswerOut {
	if (fault.kind === 'error') {
		const { status = 500 } = fault;
		return status === 502 ? BAD_GATEWAY : { status, headers: {}, body: '' };
	}
	const errcode = fault.kind === 'rateLimit' ? 45011 : (fault.errcode ?? -1);
	const error = errcode === 40164 ? blockedIp(IP_OF_FAULTS) : new ServerApiError(errcode);
	return refusal(error, wechat);
}

/** Of the range for documentation. */
const IP_OF_FAULTS = '203.0.113.9';

function refusal({ errcode, message }: ServerApiError, wechat: WeChat): HttpAnswerOut {
	const second = Math.floor(wechat.now() / 1000).toString(16);
	const part = (): string => wechat.random(4).toString('hex');
	const errmsg = `${message} rid: ${second}-${part()}-${part()}`;
	return answered({ errcode, errmsg }, wechat);
}

function answered(body: object, { serverApi }: WeChat): HttpAnswerOut {
	const errcode = 'errcode' in body ? Number(body.errcode) : 0;
	return {
		status: 200,
		headers: { 'Content-Type': 'application/json; encoding=utf-8' },
		body: bareIds(JSON.stringify(body), serverApi.rules.shopIdsAsNumbers),
		errcode,
	};
}
