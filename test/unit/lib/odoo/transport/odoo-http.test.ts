import { sendToOdoo } from '../../../../../lib/odoo/transport/odoo-http';
import { loopback, type Reply } from './loopback';

let server: Awaited<ReturnType<typeof loopback>>;
afterEach(async () => await server.close());

async function answerTo(reply: Reply): Promise<unknown> {
	server = await loopback(() => reply);
	return await sendToOdoo({ method: 'GET', url: server.url, timeoutMs: 2_000 }).catch(
		(error: unknown) => error,
	);
}

it.each([
	[429, 'ODOO_TOO_MANY_CALLS', false],
	[502, 'ODOO_UNAVAILABLE', true],
	[503, 'ODOO_UNAVAILABLE', true],
])(
	'takes %d for a passing fault, with the pause that Retry-After names',
	async (status, code, ambiguous) => {
		const error = await answerTo({ status, headers: { 'retry-after': '7' }, body: '{}' });
		expect(error).toMatchObject({ code, retryable: true, ambiguous, retryAfterMs: 7_000 });
	},
);

it('names no pause without Retry-After', async () => {
	const error = await answerTo({ status: 429, body: 'Too many' });
	expect(error).toMatchObject({ code: 'ODOO_TOO_MANY_CALLS', retryAfterMs: undefined });
});

it('returns every other status for the transport to read', async () => {
	expect(await answerTo({ status: 500, body: 'Oops' })).toMatchObject({ status: 500 });
});
