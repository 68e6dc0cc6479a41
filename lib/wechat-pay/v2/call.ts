import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { responseUnproved } from '../api/client';
import { repeatOnHosts } from '../api/hosts';
import type { WechatPayAccount } from '../keys/account';
import { API_SECURITY } from '../merchant-platform';
import { signV2, verifyV2 } from './crypto';
import type { V2Fields } from './fields';
import { readFlatXml } from './xml';

export interface V2Call {
	/** `/pay/…`. */
	path: string;
	fields: V2Fields;
	apiV2Key: string;
	/** The error of a refusal. @param said WeChat's words */
	refused: (said: string, retryable: boolean) => IntegrationError;
}

const TIMEOUT_MS = 10_000;

/** What APIv2 says in a text alone: it is busy, or was called too often. */
const PASSING = /系统(异常|繁忙|错误)|SYSTEM ?_?ERROR|频率/i;

/**
 * A call of APIv2 that may be repeated: XML, signed with MD5 and the APIv2 key both ways.
 *
 * @returns a verified answer; `result_code` may be `FAIL`
 * @throws IntegrationError of `refused`, `WECHAT_RESPONSE_UNPROVED`, `WECHAT_XML_REFUSED` or `HTTP_…`
 */
export async function callV2(
	account: WechatPayAccount,
	call: V2Call,
	context: HttpCallContext,
): Promise<V2Fields> {
	return await repeatOnHosts(account, context, async (host) => await callOnce(host, call, context));
}

async function callOnce(
	{ baseUrl }: WechatPayAccount,
	{ path, fields, apiV2Key, refused }: V2Call,
	context: HttpCallContext,
): Promise<V2Fields> {
	const response = await context.send({
		method: 'POST',
		url: baseUrl + path,
		headers: { 'Content-Type': 'text/xml; charset=utf-8', Accept: 'text/xml' },
		body: toXml({ ...fields, sign: signV2(fields, apiV2Key, 'MD5') }),
		timeoutMs: TIMEOUT_MS,
	});
	if (response.status !== 200) {
		throw refused(`HTTP ${response.status}`, response.status === 429 || response.status >= 500);
	}
	const answer = readFlatXml(response.body, 'xml');
	if (answer['return_code'] !== 'SUCCESS') {
		const said = answer['return_msg'] ?? '';
		throw refused(said, PASSING.test(said));
	}
	if (!verifyV2(answer, apiV2Key, 'MD5')) throw responseUnproved(wrongKey());
	return answer;
}

const toXml = (fields: V2Fields): string =>
	`<xml>${Object.entries(fields)
		.map(([name, value]) => `<${name}><![CDATA[${value.replaceAll(']]>', '')}]]></${name}>`)
		.join('')}</xml>`;

function wrongKey(): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_V2_SIGNATURE_INVALID',
		message: 'The signature does not fit the message.',
		likelyCause: 'The APIv2 key in the credential is not the one in force, or a proxy answered.',
		nextStep: `Compare it with ${API_SECURITY} → APIv2 Key (APIv2密钥).`,
	});
}
