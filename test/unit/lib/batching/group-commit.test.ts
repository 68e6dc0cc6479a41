import { EventEmitter } from 'node:events';

import { GroupCommit, type Turn } from '../../../../lib/batching/group-commit';
import { callerOf, type Reply } from '../../../../nodes/WechatPayTrigger/shared/reply';

class FakeReply extends EventEmitter {
	statusCode = 200;
	headersSent = false;
	destroyed = false;
	body: unknown;

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	json(body: unknown): void {
		this.body = body;
		this.finish(this.statusCode);
	}

	finish(status: number): void {
		this.statusCode = status;
		this.headersSent = true;
		this.emit('finish');
		this.emit('close');
	}

	disconnect(): void {
		this.destroyed = true;
		this.emit('close');
	}
}

interface Call {
	reply: FakeReply;
	turn?: Turn<string>;
}

const settled = async () => new Promise((resolve) => setImmediate(resolve));

interface Settings {
	maxItems?: number;
	max?: number;
	maxWaiting?: number;
	window?: { quietMs: number; maxMs: number };
}

function setUp(settings: Settings = {}) {
	const timers: Array<() => void> = [];
	const { maxItems: min = 50, max = min } = settings;
	let stopped = 0;
	let batches = 0;
	let time = 0;
	const commit = new GroupCommit<string>({
		maxWaiting: settings.maxWaiting ?? 250,
		timeoutMs: 120_000,
		window: settings.window ?? { quietMs: 0, maxMs: 0 },
		now: () => time,
		newId: () => `batch ${(batches += 1)}`,
		startTimer: (_, onEnd) => {
			timers.push(onEnd);
			return () => {
				stopped += 1;
			};
		},
	});
	const call = async (item: string, queue = 'queue', identity = item, reply = new FakeReply()) => {
		const made: Call = { reply };
		void commit
			.join(queue, { min, max }, item, identity, callerOf(reply as unknown as Reply))
			.then((turn) => (made.turn = turn));
		await settled();
		return made;
	};
	const timeOut = async () => {
		timers.at(-1)?.();
		await settled();
	};
	const wait = (ms: number) => (time += ms);
	return { call, timeOut, wait, stopped: () => stopped };
}

const leads = (id: string, ...items: string[]) => ({ role: 'leader', batch: { id, items } });
const follows = (acknowledged: boolean) => ({ role: 'follower', acknowledged });

const finish = async ({ reply }: Call, status: number) => {
	reply.finish(status);
	await settled();
};

describe('group commit', () => {
	it('does not let anybody wait while nothing is being stored', async () => {
		const { call } = setUp();
		const first = await call('a');
		expect(first.turn).toEqual(leads('batch 1', 'a'));
		await finish(first, 200);
		const second = await call('b');
		expect(second.turn).toEqual(leads('batch 2', 'b'));
	});

	it('answers nobody before the batch with its item is stored', async () => {
		const { call, stopped } = setUp();
		const first = await call('a');
		const [second, third] = [await call('b'), await call('c')];
		expect([second.turn, third.turn]).toEqual([undefined, undefined]);

		await finish(first, 200);
		expect(second.turn).toEqual(leads('batch 2', 'b', 'c'));
		expect(third.turn).toBeUndefined();

		await finish(second, 200);
		expect(third.turn).toEqual(follows(true));
		expect(stopped()).toBe(2);
	});

	it.each([500, 503, 204])(
		'fails the followers when their leader was answered %i',
		async (status) => {
			const { call } = setUp();
			const first = await call('a');
			const [second, third] = [await call('b'), await call('c')];
			await finish(first, 200);
			await finish(second, status);
			expect(third.turn).toEqual(follows(false));
		},
	);

	it('goes on after a leader whose answer failed', async () => {
		const { call } = setUp();
		const first = await call('a');
		const second = await call('b');
		await finish(first, 500);
		expect(second.turn).toEqual(leads('batch 2', 'b'));
	});

	it('counts a leader whose connection is gone as failed', async () => {
		const { call } = setUp();
		const first = await call('a');
		const [second, third] = [await call('b'), await call('c')];
		await finish(first, 200);
		second.reply.disconnect();
		await settled();
		expect(third.turn).toEqual(follows(false));
		expect((await call('d')).turn).toEqual(leads('batch 3', 'd'));
	});

	it('does not hang behind a leader that n8n never answers', async () => {
		const { call, timeOut } = setUp();
		const first = await call('a');
		const [second, third] = [await call('b'), await call('c')];
		await finish(first, 200);
		const fourth = await call('d');
		await timeOut();
		expect(third.turn).toEqual(follows(false));
		expect(fourth.turn).toEqual(leads('batch 3', 'd'));

		// The late answer of the given-up leader decides nothing any more.
		await finish(second, 200);
		expect((await call('e')).turn).toBeUndefined();
	});

	it('stores at most so many items at once, the oldest first', async () => {
		const { call } = setUp({ maxItems: 2 });
		const first = await call('a');
		const [second, third, fourth] = [await call('b'), await call('c'), await call('d')];
		await finish(first, 200);
		expect(second.turn).toEqual(leads('batch 2', 'b', 'c'));
		await finish(second, 200);
		expect(third.turn).toEqual(follows(true));
		expect(fourth.turn).toEqual(leads('batch 3', 'd'));
	});

	it('stores a notification that is told several times once, and answers every caller', async () => {
		const { call } = setUp({ maxItems: 1 });
		const first = await call('a');
		const copies = [await call('b'), await call('b'), await call('b')];
		await finish(first, 200);
		expect(copies[0]?.turn).toEqual(leads('batch 2', 'b'));
		await finish(copies[0] as Call, 200);
		expect(copies.slice(1).map(({ turn }) => turn)).toEqual([follows(true), follows(true)]);
	});

	it('refuses at once when too many wait, and takes callers again later', async () => {
		const { call } = setUp({ maxWaiting: 2 });
		const first = await call('a');
		const waiting = [await call('b'), await call('c')];
		expect((await call('d')).turn).toEqual({ role: 'refused' });
		await finish(first, 200);
		// One leads now, the other still waits: room for one.
		const fifth = await call('e');
		expect(fifth.turn).toBeUndefined();
		expect((await call('f')).turn).toEqual({ role: 'refused' });
		await finish(waiting[0] as Call, 200);
		expect(fifth.turn).toEqual(leads('batch 3', 'e'));
		// Nobody waits any more: room for two again.
		expect([(await call('g')).turn, (await call('h')).turn]).toEqual([undefined, undefined]);
		expect((await call('i')).turn).toEqual({ role: 'refused' });
	});

	it('does not store the item of a caller that went away before its turn', async () => {
		const { call } = setUp({ maxWaiting: 1 });
		const first = await call('a');
		const second = await call('b');
		second.reply.disconnect();
		await settled();
		expect(second.turn).toEqual({ role: 'gone' });
		const third = await call('c');
		await finish(first, 200);
		expect(third.turn).toEqual(leads('batch 2', 'c'));
	});

	it('does not begin with a caller that is gone already', async () => {
		const { call } = setUp();
		const reply = new FakeReply();
		reply.disconnect();
		expect((await call('a', 'queue', 'a', reply)).turn).toEqual({ role: 'gone' });
		expect((await call('b')).turn).toEqual(leads('batch 1', 'b'));
	});

	it('keeps the queues of different triggers apart', async () => {
		const { call } = setUp();
		await call('a', 'one');
		expect((await call('b', 'two')).turn).toEqual(leads('batch 2', 'b'));
	});

	it('waits for those who keep coming, until nobody has come for a moment', async () => {
		const { call, timeOut, wait } = setUp({ window: { quietMs: 10, maxMs: 250 } });
		const first = await call('a');
		const second = await call('b');
		wait(100);
		await finish(first, 200);
		expect(second.turn).toBeUndefined();
		wait(5);
		const third = await call('c');
		wait(5);
		await timeOut();
		expect(second.turn).toBeUndefined();
		wait(5);
		await timeOut();
		expect(second.turn).toEqual(leads('batch 2', 'b', 'c'));
		expect(third.turn).toBeUndefined();
	});

	it('does not wait for ever for those who keep coming, nor once the batch is full', async () => {
		const { call, timeOut, wait } = setUp({
			maxItems: 30,
			window: { quietMs: 10, maxMs: 250 },
		});
		const first = await call('a');
		const second = await call('b');
		await finish(first, 200);
		for (let at = 1; at <= 25; at += 1) {
			expect(second.turn).toBeUndefined();
			wait(9);
			await call(`c${at}`);
			wait(1);
			await timeOut();
		}
		expect(second.turn).toMatchObject({ role: 'leader' });

		const next = await call('d0');
		for (let at = 1; at < 30; at += 1) await call(`d${at}`);
		await finish(second, 200);
		expect(next.turn).toMatchObject({ role: 'leader' });
	});

	it('makes larger batches of a crowd while they are quick, and small ones again after a slow one', async () => {
		const { call, wait } = setUp({ maxItems: 2, max: 4, maxWaiting: 100 });
		const calls = [];
		for (let at = 0; at < 30; at += 1) calls.push(await call(`${at}`));
		const sizes: number[] = [];
		for (const tookMs of [10, 10, 10, 10, 2_001, 10, 1_500, 10]) {
			const leader = calls.find(({ turn, reply }) => turn?.role === 'leader' && !reply.headersSent);
			if (leader?.turn?.role === 'leader') sizes.push(leader.turn.batch.items.length);
			wait(tookMs);
			await finish(leader as Call, 200);
		}
		expect(sizes).toEqual([1, 2, 4, 4, 4, 2, 4, 4]);
	});

	it('answers each of a thousand callers exactly once', async () => {
		const { call } = setUp({ maxItems: 50, maxWaiting: 1000 });
		const calls = await Promise.all(
			Array.from({ length: 1000 }, async (_, at) => call(`item ${at}`)),
		);
		const stored: string[] = [];
		for (let round = 0; round < 100; round += 1) {
			const leader = calls.find(({ turn, reply }) => turn?.role === 'leader' && !reply.headersSent);
			if (!leader) break;
			if (leader.turn?.role === 'leader') stored.push(...leader.turn.batch.items);
			await finish(leader, 200);
		}
		expect(new Set(stored).size).toBe(1000);
		expect(stored).toHaveLength(1000);
		expect(calls.filter(({ turn }) => turn?.role === 'leader')).toHaveLength(21);
		expect(calls.filter(({ turn }) => turn?.role === 'follower')).toHaveLength(979);
	});
});
