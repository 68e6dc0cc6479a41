import { ACKNOWLEDGED, refused } from '../../../../lib/batching/answers';
import {
	itemIdentity,
	onAnswers,
	readStreamedAnswers,
	sendAnswers,
	type NotificationAnswers,
} from '../../../../nodes/shared/notification-answers';

const sent: NotificationAnswers = {
	batch_id: 'batch',
	answers: [
		['one', ACKNOWLEDGED],
		['two', refused('NOT_RECORDED')],
	],
};

/** What n8n streams of the chunks of a node. */
const streaming = () => {
	const lines: string[] = [];
	const sendChunk = (type: string, itemIndex: number, content?: unknown) => {
		lines.push(JSON.stringify({ type, content, metadata: { itemIndex } }));
	};
	return { lines, sendChunk };
};

describe('the answers of a run', () => {
	it('reach the trigger in this process without n8n', async () => {
		const { lines, sendChunk } = streaming();
		const received: unknown[] = [];
		const stop = onAnswers('batch', (answers) => received.push(answers));
		await sendAnswers({ sendChunk }, sent);
		expect(received).toEqual([sent.answers]);
		expect(lines).toEqual([]);
		stop();
		await sendAnswers({ sendChunk }, sent);
		expect(received).toHaveLength(1);
	});

	it('reach the trigger in another process as lines', async () => {
		const { lines, sendChunk } = streaming();
		await sendAnswers({ sendChunk }, sent);
		expect(lines.map(readStreamedAnswers)).toEqual([sent]);
	});

	it.each(['', '{"type":"keepalive"}', '{"type":"item","content":"Hello"}', '[1]'])(
		'are not mistaken for what others stream: %s',
		(line) => {
			expect(readStreamedAnswers(line)).toBeUndefined();
		},
	);

	it('name a refund apart from its payment', () => {
		const payment = {
			mchid: '19',
			transaction_id: '42',
			notification: { event_type: 'TRANSACTION.SUCCESS' },
		};
		const refund = { ...payment, refund_id: '7', notification: { event_type: 'REFUND.SUCCESS' } };
		const other = { ...payment, sub_mchid: '20' };
		expect([payment, refund, other].map(itemIdentity)).toEqual([
			'19  42  TRANSACTION.SUCCESS',
			'19  42 7 REFUND.SUCCESS',
			'19 20 42  TRANSACTION.SUCCESS',
		]);
	});
});
