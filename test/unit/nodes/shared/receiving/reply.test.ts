import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answer, takeReply, type Reply } from '../../../../../nodes/shared/receiving/reply';

/** What a client gets from a server that does this with its response. */
async function answered(respond: (response: ServerResponse) => void) {
	const server = createServer((_, response) => respond(response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		const { port } = server.address() as AddressInfo;
		const response = await fetch(`http://127.0.0.1:${port}/`);
		return {
			status: response.status,
			type: response.headers.get('content-type'),
			body: await response.text(),
		};
	} finally {
		server.close();
	}
}

const asReply = (response: ServerResponse) => response as unknown as Reply;

describe('an answer to WeChat', () => {
	it.each([
		[200, 'v3', '{"code":"SUCCESS","message":"成功"}'],
		[503, 'v3', '{"code":"FAIL","message":"NOT_STORED"}'],
		[
			200,
			'v2',
			'<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>',
		],
		[
			503,
			'v2',
			'<xml><return_code><![CDATA[FAIL]]></return_code><return_msg><![CDATA[NOT_STORED]]></return_msg></xml>',
		],
	] as const)('is %i in the form of %s', async (status, api, body) => {
		const got = await answered((response) => answer(asReply(response), status, 'NOT_STORED', api));
		const type = api === 'v2' ? 'text/xml' : 'application/json';
		expect(got).toEqual({ status, type: `${type}; charset=utf-8`, body });
	});

	it('is not what n8n writes on a response that was taken from it', async () => {
		const lines: string[] = [];
		const answers: unknown[] = [];
		const got = await answered((response) => {
			const taken = takeReply(asReply(response), {
				onLine: (line) => lines.push(line),
				onAnswer: (status, body) => answers.push([status, body]),
			});
			const engine = response as ServerResponse &
				Record<'json' | 'flush', (body?: unknown) => void>;
			engine.setHeader('Content-Type', 'text/html');
			engine.write('one\n');
			engine.write('two\nthree\n');
			engine.flush();
			engine.statusCode = 500;
			engine.json({ message: 'Error in workflow' });
			engine.end();
			answer(taken, 200, 'SUCCESS', 'v3');
			// n8n may go on writing.
			engine.write('late\n');
			engine.setHeader('X-Late', 'yes');
			engine.end();
		});
		expect(got).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
		expect(lines).toEqual(['one', 'two', 'three', 'late']);
		expect(answers).toEqual([[500, { message: 'Error in workflow' }]]);
	});
});
