import { ACKNOWLEDGED, refused } from '../../../../lib/batching/answers';
import {
	InFlightNotifications,
	type Acquisition,
} from '../../../../lib/batching/in-flight-notifications';

let now: number;
let timers: Array<() => void>;
let inFlight: InFlightNotifications;

beforeEach(() => {
	now = 0;
	timers = [];
	inFlight = new InFlightNotifications({
		maxNotifications: 3,
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

const acquire = async (identity: string, leave: (gone: () => void) => void = () => {}) =>
	await inFlight.acquire(identity, leave);

const ACQUIRED: Acquisition = { status: 'acquired' };

describe('a notification in flight', () => {
	it('gives its answer to those who waited for it', async () => {
		expect(await acquire('a')).toEqual(ACQUIRED);
		const others = [acquire('a'), acquire('a')];
		inFlight.markSucceeded('a');
		const answered = { status: 'answered', answer: ACKNOWLEDGED };
		expect(await Promise.all(others)).toEqual([answered, answered]);
		expect(await acquire('a')).toEqual({ status: 'done' });
	});

	it('lets the next delivery through when it fails', async () => {
		await acquire('a');
		const other = acquire('a');
		inFlight.markFailed('a', 'RUN_FAILED');
		expect(await other).toEqual({ status: 'answered', answer: refused('RUN_FAILED') });
		expect(await acquire('a')).toEqual(ACQUIRED);
	});

	it('hands over to one of those who wait when it never ran', async () => {
		await acquire('a');
		const others = [acquire('a'), acquire('a')];
		inFlight.release('a');
		expect(await others[0]).toEqual(ACQUIRED);
		inFlight.markSucceeded('a');
		expect(await others[1]).toMatchObject({
			status: expect.stringMatching(/answered|done/) as string,
		});
	});

	it('is repeated by nobody for a while after n8n has stored it', async () => {
		await acquire('a');
		inFlight.markStored('a');
		now = 999;
		expect(await acquire('a')).toEqual({ status: 'done' });
		now = 1000;
		expect(await acquire('a')).toEqual(ACQUIRED);
	});

	it('is waited for until nothing was heard of it for a while', async () => {
		await acquire('a');
		const other = acquire('a');
		now = 1000;
		timers.at(-1)?.();
		expect(await other).toEqual(ACQUIRED);
	});

	it('is remembered as a success no longer than it has to be', async () => {
		await acquire('a');
		inFlight.markSucceeded('a');
		inFlight.markFailed('a', 'RUN_FAILED');
		await acquire('a');
		inFlight.markSucceeded('a');
		now = 9999;
		expect(await acquire('a')).toEqual({ status: 'done' });
		now = 10_000;
		expect(await acquire('a')).toEqual(ACQUIRED);
	});

	it('forgets successes to make room, but nothing unfinished', async () => {
		await acquire('a');
		await acquire('b');
		inFlight.markSucceeded('b');
		await acquire('c');
		expect(await acquire('d')).toEqual(ACQUIRED);
		expect(await acquire('b')).toEqual({ status: 'refused' });
		now = 1000;
		expect(await acquire('b')).toEqual(ACQUIRED);
	});

	it('is waited for by so many and no more; who goes away makes room', async () => {
		await acquire('a');
		let goAway = () => {};
		const gone = acquire('a', (leave) => (goAway = leave));
		const waiting = acquire('a');
		expect(await acquire('a')).toEqual({ status: 'refused' });
		goAway();
		expect(await gone).toEqual({ status: 'answered', answer: refused('DISCONNECTED') });
		const next = acquire('a');
		inFlight.markSucceeded('a');
		expect(await Promise.all([waiting, next])).toEqual(
			[1, 2].map(() => ({ status: 'answered', answer: ACKNOWLEDGED })),
		);
	});
});
