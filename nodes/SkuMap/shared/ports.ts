import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const OUTPUTS = {
	audit: [main('Findings'), main('Report')],
	export: [main('Rows')],
	import: [main('Taken'), main('Refused')],
	mapToProducts: [main('Mapped'), main('Unmapped')],
	mapToSkus: [main('SKUs'), main('Not Mapped')],
};

/** Each operation has outputs of its own. */
export const outputsOf: ExpressionString = `={{ (${JSON.stringify(OUTPUTS)})[$parameter["operation"]] ?? ${JSON.stringify(OUTPUTS.mapToProducts)} }}`;

/** A second input where the table comes as items. */
export const inputsOf: ExpressionString = `={{ $parameter["table"] === "items" && ["mapToProducts", "mapToSkus", "audit"].includes($parameter["operation"]) ? ${JSON.stringify([main('Items'), main('Table')])} : ${JSON.stringify([main('')])} }}`;
