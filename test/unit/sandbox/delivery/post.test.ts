import { post } from '../../../../sandbox/delivery/post';
import { receive, type Receiver } from '../receiver';

const request = { headers: { 'Content-Type': 'application/json' }, body: '{"名":1}' };
const running = new AbortController().signal;
let receiver: Receiver | undefined;

afterEach(async () => {
	await receiver?.close();
	receiver = undefined;
});

test('sends the bytes as they are and keeps the answer', async () => {
	receiver = await receive((response) => response.writeHead(200).end('{"code":"SUCCESS"}'));
	const answer = await post(receiver.url, request, 5000, running);
	expect(answer).toMatchObject({
		status: 200,
		body: '{"code":"SUCCESS"}',
		failure: null,
		acknowledged: true,
	});
	expect(receiver.received[0]).toMatchObject({
		body: request.body,
		headers: { 'content-type': 'application/json' },
	});
});

test('does not follow a redirect', async () => {
	receiver = await receive((response) => response.writeHead(302, { Location: '/login' }).end());
	const answer = await post(receiver.url, request, 5000, running);
	expect(answer).toMatchObject({ status: 302, failure: 'status', acknowledged: false });
	expect(receiver.received).toHaveLength(1);
});

test('cuts the connection to a receiver that does not answer in time', async () => {
	let cut: () => void = () => {};
	const isCut = new Promise<void>((resolve) => (cut = resolve));
	receiver = await receive((response) => response.on('close', cut));
	const answer = await post(receiver.url, request, 30, running);
	expect(answer).toMatchObject({ status: null, failure: 'timeout', acknowledged: false });
	await isCut;
});

test('an answer that begins in time but does not end is no answer', async () => {
	receiver = await receive((response) => response.writeHead(200).write('{'));
	expect(await post(receiver.url, request, 100, running)).toMatchObject({ failure: 'timeout' });
});

test('a connection that breaks, and one that nobody takes, are failures', async () => {
	receiver = await receive((_response, _count, { socket }) => socket.destroy());
	expect(await post(receiver.url, request, 5000, running)).toMatchObject({
		status: null,
		failure: 'connection',
	});
	expect(await post('not an address', request, 5000, running)).toMatchObject({
		failure: 'connection',
	});
});

test('a stop cuts what is under way', async () => {
	const stopping = new AbortController();
	receiver = await receive(() => stopping.abort());
	const answer = await post(receiver.url, request, 5000, stopping.signal);
	expect(answer).toMatchObject({ failure: 'stopped', acknowledged: false });
});
