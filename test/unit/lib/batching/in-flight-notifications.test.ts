import { FirstRuns, type Claim } from '../../../../lib/batching/in-flight-notifications';

let now: number;
let timers: Array<() => void>;
let runs: FirstRuns;

beforeEach(() => {
	now = 0;
	timers = [];
	runs = new FirstRuns({
		maxRemembered: 3,
		maxWaiting: 2,
		unfinishedMs: 1000,
		doneMs: 10_000,
		now: () => now,
		startTimer: (_, onEnd) => {
			timers.push(onEnd);
			return () => {};
		},
	});
});

const claim = async (identity: string, leave: (gone: () => void) => void = () => {}) =>
	await runs.claim(identity, leave);

const FIRST: Claim = { role: 'first' };

describe('the first run of a notification', () => {
	it('gives its answer to those who waited for it', async () => {
		expect(await claim('a')).toEqual(FIRST);
		const others = [claim('a'), claim('a')];
		runs.succeeded('a');
		const answered = { role: 'answered', acknowledged: true };
		expect(await Promise.all(others)).toEqual([answered, answered]);
		expect(await claim('a')).toEqual({ role: 'done' });
	});

	it('lets the next delivery through when it fails', async () => {
		await claim('a');
		const other = claim('a');
		runs.failed('a');
		expect(await other).toEqual({ role: 'answered', acknowledged: false });
		expect(await claim('a')).toEqual(FIRST);
	});

	it('hands over to one of those who wait when it never ran', async () => {
		await claim('a');
		const others = [claim('a'), claim('a')];
		runs.dropped('a');
		expect(await others[0]).toEqual(FIRST);
		runs.succeeded('a');
		expect(await others[1]).toMatchObject({
			role: expect.stringMatching(/answered|done/) as string,
		});
	});

	it('is repeated by nobody for a while after n8n has stored it', async () => {
		await claim('a');
		runs.stored('a');
		now = 999;
		expect(await claim('a')).toEqual({ role: 'done' });
		now = 1000;
		expect(await claim('a')).toEqual(FIRST);
	});

	it('is waited for after its caller was cut off, until it ends or nothing was heard of it', async () => {
		await claim('a');
		runs.lostSight('a');
		const waiting = claim('a');
		runs.succeeded('a');
		expect(await waiting).toEqual({ role: 'answered', acknowledged: true });

		await claim('b');
		runs.lostSight('b');
		const other = claim('b');
		now = 1000;
		timers.at(-1)?.();
		expect(await other).toEqual(FIRST);
	});

	it('is remembered as a success no longer than it has to be', async () => {
		await claim('a');
		runs.succeeded('a');
		runs.failed('a');
		await claim('a');
		runs.succeeded('a');
		now = 9999;
		expect(await claim('a')).toEqual({ role: 'done' });
		now = 10_000;
		expect(await claim('a')).toEqual(FIRST);
	});

	it('forgets successes to make room, but nothing unfinished', async () => {
		await claim('a');
		await claim('b');
		runs.succeeded('b');
		await claim('c');
		expect(await claim('d')).toEqual(FIRST);
		expect(await claim('b')).toEqual({ role: 'refused' });
		now = 1000;
		expect(await claim('b')).toEqual(FIRST);
	});

	it('is waited for by so many and no more; who goes away makes room', async () => {
		await claim('a');
		let goAway = () => {};
		const gone = claim('a', (leave) => (goAway = leave));
		const waiting = claim('a');
		expect(await claim('a')).toEqual({ role: 'refused' });
		goAway();
		expect(await gone).toEqual({ role: 'answered', acknowledged: false });
		const next = claim('a');
		runs.succeeded('a');
		expect(await Promise.all([waiting, next])).toEqual(
			[1, 2].map(() => ({ role: 'answered', acknowledged: true })),
		);
	});
});
