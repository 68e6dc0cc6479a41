import { ACKNOWLEDGED, refused, type Answer } from '../../../../../lib/batching/answers';
import { sendAnswers } from '../../../../../nodes/shared/notification-answers';
import { followRun } from '../../../../../nodes/shared/receiving/follow-run';
import type { Reply } from '../../../../../nodes/shared/receiving/reply';

let batches = 0;

/** A followed batch of two notifications, the second a combined order. */
function setUp(immediately = false) {
	batches += 1;
	const id = `followed ${batches}`;
	const seen: unknown[] = [];
	const reply = {
		statusCode: 200,
		headersSent: false,
		destroyed: false,
		once: () => undefined,
		setHeader: () => undefined,
		end: () => undefined,
	};
	const run = {
		answer: (identity: string, answer: Answer) => seen.push([identity, answer]),
		end: (answer: Answer) => seen.push(['the rest', answer]),
	};
	const marked: unknown[] = [];
	const parts = new Map([
		['single', ['a']],
		['combined', ['b', 'c']],
	]);
	followRun(reply as unknown as Reply, { id, parts, immediately }, run, {
		onStored: (notification) => marked.push([notification, 'stored']),
		onAnswer: (notification, answer) => marked.push([notification, answer]),
	});
	const pass = async (...answers: Array<[string, Answer]>) =>
		await sendAnswers({ sendChunk: () => undefined }, { batch_id: id, answers });
	const engine = reply as unknown as { json(body: unknown): void; write(text: string): void };
	const byEngine = (status: number, body?: unknown) => {
		reply.statusCode = status;
		engine.json(body);
	};
	return { seen, marked, pass, byEngine, write: (line: string) => engine.write(`${line}\n`) };
}

describe('the run of a batch', () => {
	it('answers payment by payment, and the rest at its end', async () => {
		const { seen, marked, pass, byEngine } = setUp();
		await pass(['a', ACKNOWLEDGED], ['b', ACKNOWLEDGED]);
		byEngine(503);
		expect(seen).toEqual([
			['single', ACKNOWLEDGED],
			['the rest', refused('NOT_ACKNOWLEDGED')],
		]);
		expect(marked).toEqual([
			['single', ACKNOWLEDGED],
			['combined', refused('NOT_ACKNOWLEDGED')],
		]);
	});

	it.each([
		['a run that failed', 500, { message: 'Error in workflow' }, 'RUN_FAILED'],
		['a run that was cancelled', 500, { code: 0, message: 'Cancelled manually' }, 'RUN_FAILED'],
		['a run that n8n could not store', 500, { code: 0, message: 'A problem' }, 'NOT_STORED'],
		['a run that ended', 503, undefined, 'NOT_ACKNOWLEDGED'],
		['the end of a stream', 200, undefined, 'NOT_ACKNOWLEDGED'],
	])('names %s', (_, status, body, code) => {
		const { seen, byEngine } = setUp();
		byEngine(status, body);
		byEngine(200);
		expect(seen).toEqual([['the rest', refused(code)]]);
	});

	it('names a failed run whose node streamed its error', () => {
		const { seen, byEngine, write } = setUp();
		write('{"type":"error","content":"Odoo is away"}');
		byEngine(200);
		expect(seen).toEqual([['the rest', refused('RUN_FAILED')]]);
	});

	it('acknowledges all with its storing where the trigger answers at once', async () => {
		const { seen, marked, pass, byEngine } = setUp(true);
		byEngine(200, {});
		await pass(['a', refused('NOT_RECORDED')], ['b', ACKNOWLEDGED], ['c', ACKNOWLEDGED]);
		expect(seen).toEqual([['the rest', ACKNOWLEDGED]]);
		expect(marked).toEqual([
			['single', 'stored'],
			['combined', 'stored'],
			['single', refused('NOT_RECORDED')],
			['combined', ACKNOWLEDGED],
		]);
	});

	it('refuses all where it was not stored, also when the trigger answers at once', () => {
		const { seen, byEngine } = setUp(true);
		byEngine(500, { code: 0, message: 'A problem' });
		expect(seen).toEqual([['the rest', refused('NOT_STORED')]]);
	});
});
