import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

import { namedOutputs } from '../../shared/named-outputs';

export const outputs = namedOutputs({
	audit: ['Findings', 'Report'],
	export: ['Rows'],
	import: ['Taken', 'Refused'],
	mapToProducts: ['Mapped', 'Unmapped'],
	mapToSkus: ['SKUs', 'Not Mapped'],
});

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

/** A second input where the table comes as items. */
export const inputs: ExpressionString = `={{ $parameter["table"] === "items" && ["mapToProducts", "mapToSkus", "audit"].includes($parameter["operation"]) ? ${JSON.stringify([main('Items'), main('Table')])} : ${JSON.stringify([main('')])} }}`;
