import {
	downloadHttp,
	type HttpCallContext,
	type HttpRequest,
	type HttpResponse,
} from '../../../../lib/core/http';

export type Reply = { status?: number; body: unknown } | Error;

/** Answers calls in turn with what a test gives, and keeps what was asked; pauses only move the clock. */
export function scripted(replies: Reply[]) {
	const asked: HttpRequest[] = [];
	const pauses: number[] = [];
	const clock = { ms: 1_790_000_000_000 };
	const context: HttpCallContext = {
		send: async (request): Promise<HttpResponse> => {
			asked.push(request);
			const reply = replies.shift();
			if (!reply) throw new Error(`no answer is left for ${request.url}`);
			if (reply instanceof Error) throw reply;
			const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
			return { status: reply.status ?? 200, headers: {}, body: Buffer.from(text) };
		},
		download: downloadHttp,
		now: () => clock.ms,
		monotonic: () => clock.ms,
		random: () => 0.5,
		sleep: async (ms) => {
			pauses.push(ms);
			clock.ms += ms;
		},
	};
	return { context, asked, pauses, clock };
}
