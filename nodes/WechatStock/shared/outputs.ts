import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const OUTPUTS = {
	get: [main('Stock'), main('Unknown SKU')],
	getSkus: [main('SKUs')],
	send: [main('Sent'), main('Unknown SKU')],
	set: [main('Set'), main('Unknown SKU'), main('Later')],
};

/** Each operation has outputs of its own. */
export const outputsOf: ExpressionString = `={{ (${JSON.stringify(OUTPUTS)})[$parameter["operation"]] ?? ${JSON.stringify(OUTPUTS.set)} }}`;
