import { NodeOperationError, type INode } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { toNodeError } from '../../../../nodes/shared/node-error';

const NODE = { name: 'Odoo Sale', type: 'odooSale', typeVersion: 1 } as INode;
const error = new IntegrationError({
	...{ code: 'HTTP_UNREACHABLE', message: 'odoo cannot be reached (ECONNREFUSED).' },
	...{ likelyCause: 'It is down.', nextStep: 'Start it.' },
});

it('shows message, likely cause, next step and code, and the item where there is one', () => {
	const shown = toNodeError(NODE, error, 3);
	expect(shown).toMatchObject({
		...{ message: error.message, context: expect.objectContaining({ itemIndex: 3 }) },
		description: 'It is down. Start it. (HTTP_UNREACHABLE)',
	});
});

it("leaves n8n's own errors as they are, and makes one of anything else", () => {
	const own = new NodeOperationError(NODE, 'x');
	expect(toNodeError(NODE, own)).toBe(own);
	expect(toNodeError(NODE, new TypeError('odd')).message).toBe('odd');
	expect(toNodeError(NODE, 'text')).toBeInstanceOf(NodeOperationError);
});
