import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { route } from '../../../../nodes/shared/route';

const close = { execute: async () => [[{ json: { closed: true } }]] };
const execute = route({ order: { description: [], close } });
const run = async (resource: string, operation: string) =>
	await execute.call({
		getNode: () => ({ name: 'Test' }) as INode,
		getNodeParameter: (name: string) => (name === 'resource' ? resource : operation),
	} as unknown as IExecuteFunctions);

it('runs the operation that the parameters name', async () => {
	expect(await run('order', 'close')).toEqual([[{ json: { closed: true } }]]);
});

it.each([
	['order', 'open'],
	['order', 'description'],
	['refund', 'close'],
])('says that there is no %s: %s', async (resource, operation) => {
	await expect(run(resource, operation)).rejects.toThrow(
		`There is no operation "${operation}" of "${resource}"`,
	);
});
