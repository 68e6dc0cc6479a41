import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

const main = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const UPLOAD = ['Uploaded', 'Unknown Carrier', 'Waiting', 'Needs Review'].map(main);
const OTHERS = [{ type: NodeConnectionTypes.Main }];

/** Only uploads part the items. */
export const outputsOf: ExpressionString = `={{ $parameter["resource"] === "shipment" ? ${JSON.stringify(UPLOAD)} : ${JSON.stringify(OTHERS)} }}`;
