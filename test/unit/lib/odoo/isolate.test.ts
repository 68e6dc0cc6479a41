import { IntegrationError } from '../../../../lib/core/errors';
import { isolate } from '../../../../lib/odoo/isolate';

const fault = (code: string, retryable = false) =>
	new IntegrationError({ code, message: code, likelyCause: 'x', nextStep: 'x', retryable });

/** Runs work that fails for some numbers, and counts how often it ran. */
async function run(count: number, bad: number[], error: unknown = fault('ODOO_SERVER_FAULT')) {
	let calls = 0;
	const work = async (some: readonly number[]) => {
		calls += 1;
		if (some.some((one) => bad.includes(one))) throw error;
		return await Promise.resolve(some.map((one) => `done ${one}`));
	};
	const values = Array.from({ length: count }, (_, index) => index);
	const results = await isolate(values, work, (one, why) => `${one}: ${(why as Error).message}`);
	return { calls, results };
}

it('works once where nothing fails', async () => {
	expect(await run(16, [])).toMatchObject({
		calls: 1,
		results: expect.arrayContaining(['done 15']),
	});
});

it('fails only the values that cause it, in the order of the values, with few calls', async () => {
	const { calls, results } = await run(16, [3, 9]);
	expect(results).toEqual(
		Array.from({ length: 16 }, (_, index) =>
			[3, 9].includes(index) ? `${index}: ODOO_SERVER_FAULT` : `done ${index}`,
		),
	);
	expect(calls).toBeLessThanOrEqual(17);
});

it('isolates an exception of this package as well', async () => {
	const { results } = await run(4, [2], new RangeError('odd'));
	expect(results).toEqual(['done 0', 'done 1', '2: odd', 'done 3']);
});

it.each([
	fault('ODOO_UNREACHABLE', true),
	fault('ODOO_UNAVAILABLE', true),
	fault('ODOO_SERIALIZATION', true),
	fault('ODOO_TIME_BUDGET', true),
	fault('ODOO_LOGIN_REFUSED'),
	fault('ODOO_ACCESS_DENIED'),
])('does not halve $code, which says nothing about the values', async (error) => {
	expect((await run(4, [2], error)).calls).toBe(1);
});
