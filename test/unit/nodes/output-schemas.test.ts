import type { INodeTypeDescription } from 'n8n-workflow';

import { schemaFor } from '../../support/described-outputs';
import { ownNodes } from '../../support/own-nodes';
import { ownOperations } from './support/operations';

/** Operations whose items are those of the input, or rows of a file, or have no schema yet. */
const WITHOUT_SCHEMA = 40;

it('has a schema for most operations, so that the editor shows fields before the first run', async () => {
	const operations = await ownOperations();
	const without = operations
		.filter(({ type, parameters }) => !schemaFor(type.description, parameters))
		.map(({ node, operation }) => `${node}, ${operation}`);
	expect(operations.length - without.length).toBeGreaterThan(45);
	expect(without.length).toBeLessThanOrEqual(WITHOUT_SCHEMA);
});

it('describes the items of the trigger', async () => {
	const types: INodeTypeDescription[] = [...(await ownNodes()).values()];
	const trigger = types.find(({ name }) => name === 'wechatPayTrigger');
	expect(schemaFor(trigger!, {})?.properties).toMatchObject({
		out_trade_no: { type: 'string' },
		total_fen: { type: 'number' },
		lines: { type: 'array' },
	});
});
