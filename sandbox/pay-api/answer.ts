import type { HttpAnswerOut, HttpRequestIn } from '../server/http';
import type { SignOptions } from '../notifications/options';
import { ALPHANUMERIC, chance, randomText } from '../core/random';
import { keyWithId } from '../keys/signing-key';
import { signatureProbe } from '../keys/tampered';
import { signatureHeaders } from '../keys/signature-headers';
import type { WeChat } from '../platform/wechat';
import type { ApiAnswer } from './api';
import { checkAuthorization } from './authorization';
import { answerWithFaults, payFailure } from '../server/fault-answer';
import { findApi } from './router';
import { WeChatError } from './wechat-error';

/** What WeChat Pay's API answers: checked, looked up, and signed, errors too. */
export function answerApi(request: HttpRequestIn, wechat: WeChat): HttpAnswerOut {
	const refuse = (error: WeChatError): HttpAnswerOut =>
		signed(request, wechat, refusalOf(error), error.requestIdSuffix);
	return answerWithFaults(request, wechat, {
		fail: (fault) => payFailure(fault, refuse),
		answer: () => {
			try {
				return signed(request, wechat, handle(request, wechat), '0');
			} catch (error) {
				if (!(error instanceof WeChatError)) throw error;
				return refuse(error);
			}
		},
	});
}

function handle(request: HttpRequestIn, wechat: WeChat): ApiAnswer {
	const { method, target, headers, body } = request;
	if (!headers['user-agent'] || !headers.accept) {
		throw new WeChatError(400, 'PARAM_ERROR', 'Http头缺少Accept或User-Agent');
	}
	checkAuthorization({ method, target, authorization: one(headers.authorization), body }, wechat);
	const [path = ''] = target.split('?', 1);
	const route = findApi(method, path);
	if (!route) throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '无法识别的请求路径');
	const query = new URLSearchParams(target.slice(path.length));
	return route.api.handle({ params: route.params, query, headers, body }, wechat);
}

function refusalOf({ status, code, message, detail }: WeChatError): ApiAnswer {
	return { status, body: detail === undefined ? { code, message } : { code, detail, message } };
}

function signed(
	request: HttpRequestIn,
	wechat: WeChat,
	{ status, body, file }: ApiAnswer,
	suffix: string,
): HttpAnswerOut {
	const json = body === undefined ? '' : JSON.stringify(body);
	const signedText = file ? file.signedText : json;
	const key = wantedKey(one(request.headers['wechatpay-serial']), wechat);
	const headers = {
		...(json === '' ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
		...file?.headers,
		'Request-ID': `${randomText(wechat.random, 32, ALPHANUMERIC)}-${suffix}`,
		...(signedText === undefined ? {} : signatureHeaders(wechat, signedText, key)),
	};
	const probes = signedText !== undefined && chance(wechat.random, wechat.shares.answerProbes);
	return {
		status,
		headers: probes ? signatureProbe({ headers, body: json }).headers : headers,
		body: file?.bytes ?? json,
	};
}

/** A request that names one of WeChat's keys is answered with it; otherwise the merchant's mode decides. */
function wantedKey(serial: string | undefined, wechat: WeChat): SignOptions {
	return serial !== undefined && keyWithId(wechat, serial)
		? { keyId: serial }
		: { keyMode: wechat.keyMode };
}

const one = (value: string | string[] | undefined): string | undefined =>
	Array.isArray(value) ? value[0] : value;
