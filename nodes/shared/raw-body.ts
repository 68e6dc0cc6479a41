import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { IntegrationError } from '../../lib/core/errors';
import { textParameter } from './parameter-text';

/**
 * The bytes of a request that n8n's Webhook node received, as they were sent: JSON that n8n has parsed
 * cannot be verified any more.
 *
 * @param code of the error of an item without them
 */
export async function rawBody(
	context: IExecuteFunctions,
	index: number,
	{ binary }: INodeExecutionData,
	code: string,
): Promise<Buffer> {
	const field = textParameter(context, 'rawBodyField', index);
	if (binary?.[field]) return await context.helpers.getBinaryDataBuffer(index, field);
	throw new IntegrationError({
		code,
		message: `The item has no raw body in the field "${field}".`,
		likelyCause: 'Raw Body is off in the Webhook node, or a node in between dropped its file.',
		nextStep: 'Turn on Raw Body under Options of the Webhook node, and connect it directly.',
	});
}
