import type { ExpressionString } from 'n8n-workflow';

const MAIN = [{ type: 'main', displayName: '' }];

/** Operations that may take a second kind of items, and the parameter that asks for it. */
export const inputs: ExpressionString = `={{ $parameter["operation"] === "recordReceipts" && $parameter["receiptsFrom"] === "input" ? [{ type: "main", displayName: "Payouts" }, { type: "main", displayName: "Receipts" }] : $parameter["operation"] === "compareBill" && $parameter["compareN8n"] ? [{ type: "main", displayName: "Bill" }, { type: "main", displayName: "Received by n8n" }] : $parameter["operation"] === "getExportRegister" && $parameter["documentsFromInput"] ? [{ type: "main", displayName: "Run" }, { type: "main", displayName: "Documents" }] : ${JSON.stringify(MAIN)} }}`;
