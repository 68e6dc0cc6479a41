import { before, deadlineAfter, latest } from '../../../../lib/core/deadline';
import { IntegrationError } from '../../../../lib/core/errors';
import { withinDeadline, paced } from '../../../../lib/odoo/create-client';
import { fakeOdoo } from './fake-odoo';
import type { CallArguments } from '../../../../lib/odoo/client';

const noAnswer = new IntegrationError({
	code: 'ODOO_NO_ANSWER',
	message: '',
	likelyCause: '',
	nextStep: '',
	retryable: true,
	ambiguous: true,
});

/** A client within 1000 ms, and the clock to turn; each call takes 300 ms. */
function bounded(answer: () => unknown) {
	const clock = { ms: 0 };
	const odoo = fakeOdoo(() => {
		clock.ms += 300;
		return answer();
	});
	return {
		odoo,
		clock,
		client: withinDeadline(
			odoo,
			deadlineAfter(1_000, () => clock.ms),
		),
	};
}

it('gives each call what is left, and begins none afterwards', async () => {
	const { odoo, client } = bounded(() => true);
	for (let made = 1; made <= 4; made += 1) await client.call('sale.order', 'read');
	expect(odoo.calls.map(({ timeoutMs }) => timeoutMs)).toEqual([1_000, 700, 400, 100]);
	await expect(client.call('sale.order', 'read')).rejects.toMatchObject({
		code: 'ODOO_TIME_BUDGET',
		retryable: true,
		ambiguous: true,
	});
	expect(odoo.calls).toHaveLength(4);
});

it('names the budget when the time is over in a call, and the call’s own error before that', async () => {
	const { client } = bounded(() => {
		throw noAnswer;
	});
	const code = async () =>
		await client.call('sale.order', 'load').catch((error: IntegrationError) => error.code);
	expect([await code(), await code(), await code(), await code()]).toEqual([
		'ODOO_NO_ANSWER',
		'ODOO_NO_ANSWER',
		'ODOO_NO_ANSWER',
		'ODOO_TIME_BUDGET',
	]);
});

it('bounds the reading of fields too, and remembers them with the connection', async () => {
	const { odoo, client } = bounded(() => ({ name: {} }));
	expect([...(await client.fields('sale.order'))]).toEqual(['name']);
	expect(odoo.calls[0]).toMatchObject({ method: 'fields_get', timeoutMs: 1_000 });
	await client.fields('sale.order');
	expect(odoo.calls).toHaveLength(1);
});

it('waits for work no longer than the deadline', async () => {
	const never = new Promise<string>(() => {});
	const passed = deadlineAfter(0, () => 0);
	expect(await before(passed, never, () => 'late')).toBe('late');
	const ahead = deadlineAfter(60_000, () => 0);
	expect(await before(ahead, Promise.resolve('done'), () => 'late')).toBe('done');
});

it('leaves a group the longest of its deadlines', () => {
	const deadlines = [1, 3, 2].map((ms) => deadlineAfter(ms, () => 0));
	expect(latest(deadlines).remainingMs()).toBe(3);
});

function limited(callsPerSecond: number) {
	let time = 0;
	const started: Array<{ at: number; timeoutMs: number | undefined }> = [];
	const transport = {
		async call(_model: string, _method: string, { timeoutMs }: CallArguments = {}) {
			return await Promise.resolve(started.push({ at: time, timeoutMs }));
		},
		userId: async () => await Promise.resolve(5),
	};
	const clock = {
		now: () => time,
		sleep: async (ms: number) => {
			const until = time + ms;
			await Promise.resolve();
			time = Math.max(time, until);
		},
	};
	const pass = (ms: number) => void (time += ms);
	return { client: paced(transport, callsPerSecond, clock), started, pass };
}

it('starts calls at the pace of the limit, the first ones at once', async () => {
	const { client, started, pass } = limited(4);
	for (let call = 1; call <= 3; call += 1) await client.call('a', 'b');
	pass(2_000);
	await client.call('a', 'b');
	expect(started.map(({ at }) => at)).toEqual([0, 250, 500, 2_500]);
});

it('takes the wait off the timeout, and does not start a call that would be too late', async () => {
	const { client, started } = limited(1);
	const calls = [1, 2, 3].map(async () => await client.call('a', 'b', { timeoutMs: 1_500 }));
	const [, , late] = await Promise.allSettled(calls);
	expect(started.map(({ timeoutMs }) => timeoutMs)).toEqual([1_500, 500]);
	expect(late).toMatchObject({ status: 'rejected', reason: { code: 'ODOO_TIME_BUDGET' } });
});
