import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { route } from '../../../../nodes/shared/route';

const close = { execute: async () => [[{ json: { closed: true } }]] };
const query = { execute: async () => [[{ json: { paid: true } }]] };
const execute = route({ order: { description: [], close, query } });
const run = async (resource: string, operation: string, type = 'package.test', asTool = false) =>
	await execute.call({
		getNode: () => ({ name: 'Test', type }) as INode,
		isToolExecution: () => asTool,
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

it.each([
	['runs it like a step, under the name of a tool', 'package.wechatPayTool', false],
	['calls it', 'package.wechatPay', true],
])('rejects an operation that writes where an AI agent %s', async (_, type, asTool) => {
	await expect(run('order', 'close', type, asTool)).rejects.toThrow(
		'AI agent cannot run order.close',
	);
	expect(await run('order', 'query', type, asTool)).toEqual([[{ json: { paid: true } }]]);
});
