import type { IWebhookFunctions } from 'n8n-workflow';

import { IntegrationError } from '../../../../../lib/core/errors';
import type { Received } from '../../../../../nodes/shared/receiving/arrival';
import { receiveWebhook } from '../../../../../nodes/shared/receiving/receive-webhook';

/** The answer to a request, and n8n's log. */
async function received(receive: () => Received, request: object = { rawBody: Buffer.from('{}') }) {
	const sent: unknown[] = [];
	const log: string[] = [];
	const reply = {
		statusCode: 0,
		headersSent: false,
		destroyed: false,
		setHeader: () => undefined,
		end: (body: string) => sent.push(body),
	};
	const context = {
		getResponseObject: () => reply,
		getRequestObject: () => ({ headers: {}, ...request }),
		logger: {
			info: (line: string) => log.push(line),
			error: (line: string) => log.push(`! ${line}`),
		},
	} as unknown as IWebhookFunctions;
	const source = { name: 'Trigger', outputs: 1, maxBodyBytes: 100, format: 'push' as const };
	await receiveWebhook(context, { ...source, receive: async () => receive() });
	return { status: reply.statusCode, sent, log };
}

it('answers 500 without an execution when reading fails, and never with an empty text', async () => {
	const { status, sent, log } = await received(() => {
		throw new Error('boom');
	});
	expect([status, sent]).toEqual([500, ['INTERNAL']]);
	expect(log).toEqual(['! Trigger could not receive: Error: boom']);
});

it('acknowledges and counts events that nobody asked for', async () => {
	const ignored = (): Received => ({ kind: 'ignored', event_type: 'unheard_of', format: 'push' });
	await received(ignored);
	const { status, sent, log } = await received(ignored);
	expect([status, sent]).toEqual([200, ['success']]);
	expect(log).toEqual(['Trigger acknowledged unheard_of without an execution (2 so far)']);
});

it.each([
	[401, ''],
	[500, '! '],
])('logs a refusal with %i as "%s"', async (status, level) => {
	const error = new IntegrationError({
		code: 'REFUSED',
		message: 'No.',
		likelyCause: 'Some.',
		nextStep: 'Ask.',
	});
	const got = await received(() => ({ kind: 'refused', status, error, format: 'push' }));
	expect([got.status, got.sent]).toEqual([status, ['REFUSED']]);
	expect(got.log[0]).toMatch(new RegExp(`^${level}Trigger answered ${status}. REFUSED`));
});

it('does not read a body that declares itself too large', async () => {
	const readRawBody = () => {
		throw new Error('read');
	};
	const request = { headers: { 'content-length': '101' }, readRawBody };
	const receive = () => {
		throw new Error('received');
	};
	expect(await received(receive, request)).toMatchObject({ status: 413 });
});
