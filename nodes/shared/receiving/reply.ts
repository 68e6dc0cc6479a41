import type { IWebhookResponseData } from 'n8n-workflow';

import type { Answer } from '../../../lib/batching/answers';
import type { Caller } from '../../../lib/batching/group-commit';
import type { ReplyFormat } from './arrival';

const XML_OK =
	'<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>';

interface Content {
	contentType: string;
	body: string;
}

const json = (body: object): Content => ({
	contentType: 'application/json; charset=utf-8',
	body: JSON.stringify(body),
});
const xml = (body: string): Content => ({ contentType: 'text/xml; charset=utf-8', body });
const plain = (body: string): Content => ({ contentType: 'text/plain; charset=utf-8', body });

/** What each sender wants to hear. APIv3 goes by the status alone, APIv2 reads exactly this XML. */
const ACKNOWLEDGEMENTS: Record<ReplyFormat, Content> = {
	v3: json({ code: 'SUCCESS', message: '成功' }),
	v2: xml(XML_OK),
	push: plain('success'),
};

/** Made of a code of our own, without text from outside. Never empty: to a push, that would be an acknowledgement. */
const REFUSALS: Record<ReplyFormat, (code: string) => Content> = {
	v3: (code) => json({ code: 'FAIL', message: code }),
	v2: (code) =>
		xml(
			`<xml><return_code><![CDATA[FAIL]]></return_code><return_msg><![CDATA[${code}]]></return_msg></xml>`,
		),
	push: (code) => plain(code),
};

/** The part of Node's response object that the trigger uses. */
export interface Reply {
	statusCode: number;
	readonly headersSent: boolean;
	readonly destroyed: boolean;
	once(event: 'close', listener: () => void): unknown;
	setHeader(name: string, value: string): unknown;
	end(body: string): unknown;
}

/** Sends an answer, unless the connection is closed or answered. */
export const answer = (
	reply: Reply,
	status: number,
	code: string,
	format: ReplyFormat,
): IWebhookResponseData =>
	send(reply, status, status === 200 ? ACKNOWLEDGEMENTS[format] : REFUSALS[format](code));

/** Sends plain text with status 200. */
export const answerText = (reply: Reply, text: string): IWebhookResponseData =>
	send(reply, 200, plain(text));

function send(reply: Reply, status: number, { contentType, body }: Content): IWebhookResponseData {
	if (!reply.headersSent && !reply.destroyed) {
		reply.statusCode = status;
		reply.setHeader('Content-Type', contentType);
		reply.setHeader('X-Content-Type-Options', 'nosniff');
		reply.end(body);
	}
	return { noWebhookResponse: true };
}

/** Sends what became of a notification: 200, or 503 with the reason. */
export const answerFate = (
	reply: Reply,
	fate: Answer,
	format: ReplyFormat,
): IWebhookResponseData =>
	fate.acknowledged ? answer(reply, 200, 'SUCCESS', format) : answer(reply, 503, fate.code, format);

/** A response as a waiting caller. */
export const callerOf = (reply: Reply): Caller => ({
	onClosed: (listener) => {
		if (reply.destroyed) listener();
		else reply.once('close', listener);
	},
});

/** What n8n writes on a response. */
export interface Written {
	/** A line of a response that n8n streams. */
	onLine(line: string): void;
	/** n8n's whole answer, or the end of a stream. Called once. */
	onAnswer(status: number, body: unknown): void;
}

/** n8n's own view of a response, by Express. */
interface EngineReply extends Reply {
	json(body: unknown): unknown;
	send(body: unknown): unknown;
	write(text: string): unknown;
	flush(): unknown;
}

/**
 * Takes a response out of n8n's hands, so that the caller is answered for its own notification and not for
 * the run: what n8n writes goes to the listener.
 *
 * @returns the response to answer the caller with
 */
export function takeReply(reply: Reply, { onLine, onAnswer }: Written): Reply {
	const setHeader = reply.setHeader.bind(reply);
	const end = reply.end.bind(reply);
	let answered = false;
	const finish = (body?: unknown) => {
		if (answered) return;
		answered = true;
		onAnswer(reply.statusCode, body);
	};
	const forEngine: Partial<EngineReply> = {
		json: finish,
		send: finish,
		end: finish,
		write: (text) => void String(text).split('\n').filter(Boolean).forEach(onLine),
		flush: () => undefined,
		setHeader: () => reply,
	};
	Object.assign(reply, forEngine);
	return {
		get headersSent() {
			return reply.headersSent;
		},
		get destroyed() {
			return reply.destroyed;
		},
		get statusCode() {
			return reply.statusCode;
		},
		set statusCode(status) {
			reply.statusCode = status;
		},
		once: reply.once.bind(reply),
		setHeader,
		end,
	};
}
