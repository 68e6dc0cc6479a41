import { courier } from '../../../../tools/year/courier';

const HOUR = 3_600_000;

function atMidnight() {
	const clock = { ms: 0, now: () => clock.ms };
	return { clock, post: courier(clock) };
}
const never = new AbortController().signal;

test('a resend waits by the clock that jumps, not by the real one', async () => {
	const { clock, post } = atMidnight();
	let sent = 0;
	post.follow(post.sleep(6 * HOUR, never).then(() => (sent += 1)));
	expect(post.nextDue()).toBe(6 * HOUR);
	clock.ms = 5 * HOUR;
	await post.deliverDue();
	expect(sent).toBe(0);
	clock.ms = 6 * HOUR;
	await post.deliverDue();
	expect(sent).toBe(1);
	expect(post.nextDue()).toBeUndefined();
});

test('it waits until a delivery has ended, or waits for its next resend', async () => {
	const { clock, post } = atMidnight();
	let release = () => {};
	const posting = new Promise<void>((resolve) => (release = resolve));
	post.follow(posting.then(async () => await post.sleep(HOUR, never)));
	let quiet = false;
	const waiting = post.deliverDue().then(() => (quiet = true));
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(quiet).toBe(false);
	release();
	await waiting;
	expect(post.nextDue()).toBe(clock.ms + HOUR);
});

test('a resend that is stopped waits no longer', async () => {
	const { post } = atMidnight();
	const stopping = new AbortController();
	const waiting = post.sleep(HOUR, stopping.signal);
	stopping.abort();
	await expect(waiting).rejects.toThrow('stopped');
	expect(post.nextDue()).toBeUndefined();
});
