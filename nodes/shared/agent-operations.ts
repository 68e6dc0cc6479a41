/**
 * What an AI agent may run, by the `name` of the node: reads that consume nothing. Every other operation is
 * rejected, new ones too: an agent could invent a payment, a refund or a stock figure, and spend a quota.
 */
const AGENT_OPERATIONS: Record<string, readonly string[]> = {
	odooSale: [
		'account.check',
		'complaint.getAnswers',
		'order.getBacklog',
		'order.getWaitingDrafts',
		'refund.getOpenRequests',
		'setUp.check',
		'shipment.getMany',
	],
	odooSettlement: [
		'settlement.getMargins',
		'settlement.getOpenItems',
		'settlement.getExportRegister',
		'settlement.getRemittanceRegister',
	],
	odooStock: ['stock.getMany'],
	shopBackend: ['order.get'],
	skuMap: ['orderLine.mapToProducts', 'product.mapToSkus', 'table.audit', 'table.export'],
	wechatOrderStatus: ['account.check', 'carrier.getMany', 'order.get', 'order.getMany'],
	wechatPay: [
		'account.check',
		'complaint.get',
		'complaint.getHistory',
		'complaint.getMany',
		'customsDeclaration.get',
		'exchangeRate.get',
		'order.query',
		'profitSharing.getReturn',
		'profitSharing.getShare',
		'refund.getMany',
		'refund.query',
	],
	wechatShop: [
		'afterSale.get',
		'afterSale.getMany',
		'order.get',
		'order.getFunds',
		'order.getMany',
		'shipment.getCarriers',
	],
	wechatStock: ['backendStock.get', 'shopStock.get', 'shopStock.getSkus'],
};

const TOOL = /(?:^|\.)(\w+)Tool$/;

/**
 * Name of the node that an agent runs as a tool; undefined in a workflow's own run. n8n gives the twin of a
 * node that agents use the name of the node with `Tool` behind it.
 *
 * @param type `n8n-nodes-wechat-odoo.wechatPayTool`
 */
export const toolOf = (type: string): string | undefined => TOOL.exec(type)?.[1];

/** Whether an AI agent may run this operation of the node. @param operation `order.query` */
export const mayAgentRun = (node: string, operation: string): boolean =>
	AGENT_OPERATIONS[node]?.includes(operation) ?? false;
