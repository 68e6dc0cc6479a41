import { ACKNOWLEDGED, refused, type Answer } from '../../../../lib/batching/answers';
import { GroupCommit, type Turn } from '../../../../lib/batching/group-commit';

/** A connection, which may already be closed. */
class Connection {
	private listeners: Array<() => void> = [];
	constructor(private closed = false) {}

	onClosed(listener: () => void): void {
		if (this.closed) listener();
		else this.listeners.push(listener);
	}

	close(): void {
		this.closed = true;
		for (const listener of this.listeners) listener();
	}
}

interface Call {
	connection: Connection;
	turn?: Turn<string>;
	/** The answer to a leader. */
	answer?: Answer;
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
	const call = async (
		item: string,
		queue = 'queue',
		identity = item,
		connection = new Connection(),
	) => {
		const made: Call = { connection };
		void commit.join(queue, { min, max }, item, identity, connection).then(async (turn) => {
			made.turn = turn;
			if (turn.role === 'leader') made.answer = await turn.answer;
		});
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

const leads = (id: string, ...items: string[]) =>
	expect.objectContaining({ role: 'leader', batch: { id, items } }) as unknown;
const follows = (answer: Answer) => ({ role: 'follower', answer });
const FAILED = refused('RUN_FAILED');

const runOf = ({ turn }: Call) => {
	if (turn?.role !== 'leader') throw new Error('It leads no batch');
	return turn.run;
};

const finish = async (leader: Call, answer: Answer = ACKNOWLEDGED) => {
	runOf(leader).end(answer);
	await settled();
};

describe('group commit', () => {
	it('does not let anybody wait while nothing is being stored', async () => {
		const { call } = setUp();
		const first = await call('a');
		expect(first.turn).toEqual(leads('batch 1', 'a'));
		await finish(first);
		const second = await call('b');
		expect(second.turn).toEqual(leads('batch 2', 'b'));
	});

	it('answers nobody before the batch with its item is stored', async () => {
		const { call, stopped } = setUp();
		const first = await call('a');
		const [second, third] = [await call('b'), await call('c')];
		expect([second.turn, third.turn]).toEqual([undefined, undefined]);

		await finish(first);
		expect(second.turn).toEqual(leads('batch 2', 'b', 'c'));
		expect(third.turn).toBeUndefined();

		await finish(second);
		expect(third.turn).toEqual(follows(ACKNOWLEDGED));
		expect(stopped()).toBe(2);
	});

	it('answers each caller by what became of its own item, as soon as it is known', async () => {
		const { call } = setUp();
		const first = await call('a');
		const [second, third, fourth] = [await call('b'), await call('c'), await call('d')];
		await finish(first);
		const run = runOf(second);
		run.answer('c', refused('NOT_RECORDED'));
		await settled();
		expect(third.turn).toEqual(follows(refused('NOT_RECORDED')));
		expect([second.answer, fourth.turn]).toEqual([undefined, undefined]);
		run.answer('b', ACKNOWLEDGED);
		run.answer('c', ACKNOWLEDGED);
		await settled();
		expect(second.answer).toEqual(ACKNOWLEDGED);
		const next = await call('e');
		expect(next.turn).toBeUndefined();
		run.end(refused('NOT_ACKNOWLEDGED'));
		await settled();
		expect(fourth.turn).toEqual(follows(refused('NOT_ACKNOWLEDGED')));
		expect(next.turn).toEqual(leads('batch 3', 'e'));
	});

	it('starts the next batch with the last answer, before the run is over', async () => {
		const { call } = setUp();
		const first = await call('a');
		const second = await call('b');
		runOf(first).answer('a', ACKNOWLEDGED);
		await settled();
		expect(second.turn).toEqual(leads('batch 2', 'b'));
		await finish(first, FAILED);
		expect(second.answer).toBeUndefined();
	});

	it('goes on after a leader whose answer failed', async () => {
		const { call } = setUp();
		const first = await call('a');
		const second = await call('b');
		await finish(first, FAILED);
		expect(second.turn).toEqual(leads('batch 2', 'b'));
	});

	it('keeps waiting for the answers to others after its leader is gone', async () => {
		const { call } = setUp();
		const first = await call('a');
		const [second, third] = [await call('b'), await call('c')];
		await finish(first);
		second.connection.close();
		await settled();
		expect(third.turn).toBeUndefined();
		runOf(second).answer('c', ACKNOWLEDGED);
		await settled();
		expect(third.turn).toEqual(follows(ACKNOWLEDGED));
		expect((await call('d')).turn).toEqual(leads('batch 3', 'd'));
	});

	it('goes on when nobody waits for a batch any more', async () => {
		const { call } = setUp();
		const first = await call('a');
		const second = await call('b');
		first.connection.close();
		await settled();
		expect(second.turn).toEqual(leads('batch 2', 'b'));
	});

	it('does not hang behind a leader that n8n never answers', async () => {
		const { call, timeOut } = setUp();
		const first = await call('a');
		const [second, third] = [await call('b'), await call('c')];
		await finish(first);
		const fourth = await call('d');
		await timeOut();
		expect(third.turn).toEqual(follows(refused('NOT_ACKNOWLEDGED')));
		expect(fourth.turn).toEqual(leads('batch 3', 'd'));

		// The late answer of the given-up leader decides nothing any more.
		await finish(second);
		expect((await call('e')).turn).toBeUndefined();
	});

	it('stores at most so many items at once, the oldest first', async () => {
		const { call } = setUp({ maxItems: 2 });
		const first = await call('a');
		const [second, third, fourth] = [await call('b'), await call('c'), await call('d')];
		await finish(first);
		expect(second.turn).toEqual(leads('batch 2', 'b', 'c'));
		await finish(second);
		expect(third.turn).toEqual(follows(ACKNOWLEDGED));
		expect(fourth.turn).toEqual(leads('batch 3', 'd'));
	});

	it('stores a notification that is told several times once, and answers every caller', async () => {
		const { call } = setUp({ maxItems: 1 });
		const first = await call('a');
		const copies = [await call('b'), await call('b'), await call('b')];
		await finish(first);
		expect(copies[0]?.turn).toEqual(leads('batch 2', 'b'));
		await finish(copies[0] as Call);
		expect(copies.slice(1).map(({ turn }) => turn)).toEqual([
			follows(ACKNOWLEDGED),
			follows(ACKNOWLEDGED),
		]);
	});

	it('refuses at once when too many wait, and takes callers again later', async () => {
		const { call } = setUp({ maxWaiting: 2 });
		const first = await call('a');
		const waiting = [await call('b'), await call('c')];
		expect((await call('d')).turn).toEqual({ role: 'refused' });
		await finish(first);
		// One leads now, the other still waits: room for one.
		const fifth = await call('e');
		expect(fifth.turn).toBeUndefined();
		expect((await call('f')).turn).toEqual({ role: 'refused' });
		await finish(waiting[0] as Call);
		expect(fifth.turn).toEqual(leads('batch 3', 'e'));
		// Nobody waits any more: room for two again.
		expect([(await call('g')).turn, (await call('h')).turn]).toEqual([undefined, undefined]);
		expect((await call('i')).turn).toEqual({ role: 'refused' });
	});

	it('does not store the item of a caller that went away before its turn', async () => {
		const { call } = setUp({ maxWaiting: 1 });
		const first = await call('a');
		const second = await call('b');
		second.connection.close();
		await settled();
		expect(second.turn).toEqual({ role: 'gone' });
		const third = await call('c');
		await finish(first);
		expect(third.turn).toEqual(leads('batch 2', 'c'));
	});

	it('does not begin with a caller that is gone already', async () => {
		const { call } = setUp();
		expect((await call('a', 'queue', 'a', new Connection(true))).turn).toEqual({ role: 'gone' });
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
		await finish(first);
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
		await finish(first);
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
		await finish(second);
		expect(next.turn).toMatchObject({ role: 'leader' });
	});

	it('makes larger batches of a crowd while they are quick, and small ones again after a slow one', async () => {
		const { call, wait } = setUp({ maxItems: 2, max: 4, maxWaiting: 100 });
		const calls = [];
		for (let at = 0; at < 30; at += 1) calls.push(await call(`${at}`));
		const sizes: number[] = [];
		for (const tookMs of [10, 10, 10, 10, 2_001, 10, 1_500, 10]) {
			const leader = calls.find(({ turn, answer }) => turn?.role === 'leader' && !answer);
			if (leader?.turn?.role === 'leader') sizes.push(leader.turn.batch.items.length);
			wait(tookMs);
			await finish(leader as Call);
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
			const leader = calls.find(({ turn, answer }) => turn?.role === 'leader' && !answer);
			if (!leader) break;
			if (leader.turn?.role === 'leader') stored.push(...leader.turn.batch.items);
			await finish(leader);
		}
		expect(new Set(stored).size).toBe(1000);
		expect(stored).toHaveLength(1000);
		expect(calls.filter(({ turn }) => turn?.role === 'leader')).toHaveLength(21);
		expect(calls.filter(({ turn }) => turn?.role === 'follower')).toHaveLength(979);
	});
});
