import type { INodePropertyOptions } from 'n8n-workflow';

import { mayAgentRun, toolOf } from '../../../../nodes/shared/agent-operations';
import { ownNodes } from '../../../support/own-nodes';

/** Begins of the operations that only read. A new one that writes and is named so fails here first. */
const READS = /\.(get|getMany|getSkus|query|check|audit|export|mapTo\w+|getMargins|getOpenItems)$/;
const MORE_READS = [
	'odooSale complaint.getAnswers',
	'odooSale order.getBacklog',
	'odooSale order.getWaitingDrafts',
	'odooSale refund.getOpenRequests',
	'odooSettlement settlement.getExportRegister',
	'odooSettlement settlement.getRemittanceRegister',
	'wechatShop order.getFunds',
	'wechatShop shipment.getCarriers',
	'wechatPay complaint.getHistory',
	'wechatPay profitSharing.getReturn',
	'wechatPay profitSharing.getShare',
];
/** Reads that keep a place, answer with whole files, or are meant for a workflow alone. */
const FOR_WORKFLOWS = ['wechatShop bill.get', 'wechatPay settlement.getMany'];

async function operations(): Promise<string[]> {
	const found: string[] = [];
	for (const { name, properties } of (await ownNodes()).values()) {
		for (const { name: field, options = [], displayOptions } of properties) {
			if (field !== 'operation') continue;
			const [resource] = displayOptions?.show?.resource ?? [];
			for (const { value } of options as INodePropertyOptions[]) {
				found.push(`${name} ${String(resource)}.${String(value)}`);
			}
		}
	}
	return found;
}

it('lets AI agents read, and nothing else', async () => {
	const all = await operations();
	const allowed = all.filter((each) => mayAgentRun(...(each.split(' ') as [string, string])));
	const reads = all.filter((each) => READS.test(each) || MORE_READS.includes(each));
	expect(all.length).toBeGreaterThan(50);
	expect(allowed.sort()).toEqual(reads.filter((each) => !FOR_WORKFLOWS.includes(each)).sort());
});

it('knows a tool by its type', () => {
	expect(toolOf('n8n-nodes-wechat-odoo.wechatPayTool')).toBe('wechatPay');
	expect(toolOf('n8n-nodes-wechat-odoo.wechatPay')).toBeUndefined();
});
