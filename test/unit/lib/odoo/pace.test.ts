import type { CallArguments } from '../../../../lib/odoo/client';
import { paced } from '../../../../lib/odoo/pace';

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
