import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IExecuteFunctions } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { withOdoo } from '../../../../nodes/shared/with-odoo';

/** Answers with its version, which is all that connecting over JSON-2 asks for. */
const odoo = createServer((_request, response) =>
	response
		.setHeader('content-type', 'application/json')
		.end(JSON.stringify({ version_info: [19, 0], version: '19.0' })),
);
let context: IExecuteFunctions;
beforeAll(async () => {
	await new Promise<void>((resolve) => odoo.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(odoo.address() as AddressInfo).port}`;
	const credential = { url, database: 'shop', username: 'x', apiKey: 'k', protocol: 'json2' };
	context = { getCredentials: async () => credential } as unknown as IExecuteFunctions;
});
afterAll(() => odoo.close());

const fault = (retryable: boolean) =>
	new IntegrationError({
		code: 'ODOO_SERIALIZATION',
		message: 'Two transactions collided.',
		likelyCause: 'They changed the same record.',
		nextStep: 'Run again.',
		retryable,
	});

it('gives the operation a client and its own arguments, and repeats it while Odoo asks for that', async () => {
	let tries = 0;
	const operation = withOdoo(async (client, given, index: number) => {
		if (++tries === 1) throw fault(true);
		return [typeof client.userId, given === context, index];
	});
	expect(await operation(context, 7)).toEqual(['function', true, 7]);
	expect(tries).toBe(2);
});

it('does not repeat a refusal', async () => {
	let tries = 0;
	const operation = withOdoo(async () => {
		tries++;
		throw fault(false);
	});
	await expect(operation(context)).rejects.toThrow('Two transactions collided.');
	expect(tries).toBe(1);
});
