import { after, before, deadlineAfter, latest } from '../../../../lib/core/deadline';

it('tells what is left of a budget on the clock that it was given', () => {
	let now = 1_000;
	const deadline = deadlineAfter(500, () => now);
	expect(deadline.remainingMs()).toBe(500);
	now = 1_600;
	expect(deadline.remainingMs()).toBe(-100);
	expect(latest([deadline, deadlineAfter(50, () => now)]).remainingMs()).toBe(50);
});

it('gives the result of work that ends in time, and its error', async () => {
	const deadline = deadlineAfter(60_000, () => 0);
	await expect(before(deadline, Promise.resolve('done'), () => 'late')).resolves.toBe('done');
	const failing = Promise.reject(new Error('no'));
	await expect(before(deadline, failing, () => 'late')).rejects.toThrow('no');
});

it('does not wait for work beyond the deadline', async () => {
	const passed = deadlineAfter(0, () => 0);
	await expect(before(passed, new Promise(() => {}), () => 'late')).resolves.toBe('late');
});

it('never ends a wait that was stopped', async () => {
	const wait = after(1);
	wait.stop();
	const longer = after(30).passed.then(() => 'longer');
	await expect(Promise.race([wait.passed.then(() => 'stopped'), longer])).resolves.toBe('longer');
});
