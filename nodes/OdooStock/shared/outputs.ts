import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const OUTPUTS = {
	getChanges: [main('Changed'), main('Cursor')],
	getMany: [main('Stock'), main('Not Found')],
};

/** Each operation has outputs of its own. */
export const outputsOf: ExpressionString = `={{ (${JSON.stringify(OUTPUTS)})[$parameter["operation"]] }}`;
