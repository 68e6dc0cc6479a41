import type { Page } from 'playwright-core';

import type { OrderingStack } from '../services/ordering-stack';
import { closePanel, openPanel, openWorkflow } from '../services/n8n-editor';
import { takePicture, type Album } from './picture';

/** A node with what is chosen in it: the operation that it is there for. */
const PANELS = [
	{
		page: 'wechat-pay-trigger',
		name: 'WeChat Pay Trigger',
		type: 'wechatPayTrigger',
		parameters: {},
	},
	{
		page: 'wechat-pay',
		name: 'Refund',
		type: 'wechatPay',
		parameters: { resource: 'refund', operation: 'create' },
	},
	{ page: 'shop-backend', name: 'Shop Backend', type: 'shopBackend', parameters: {} },
	{ page: 'sku-map', name: 'SKU Map', type: 'skuMap', parameters: {} },
	{ page: 'odoo-sale', name: 'Record Paid Order', type: 'odooSale', parameters: {} },
	{
		page: 'odoo-settlement',
		name: 'Record Receipts',
		type: 'odooSettlement',
		parameters: { resource: 'settlement', operation: 'recordReceipts' },
	},
	{ page: 'odoo-stock', name: 'Odoo Stock', type: 'odooStock', parameters: {} },
	{
		page: 'odoo-trigger',
		name: 'Odoo Trigger',
		type: 'odooTrigger',
		parameters: { event: 'deliveryDone' },
	},
	{
		page: 'wechat-order-status',
		name: 'Upload Shipping',
		type: 'wechatOrderStatus',
		parameters: {},
	},
	{
		page: 'wechat-shop-trigger',
		name: 'WeChat Shop Trigger',
		type: 'wechatShopTrigger',
		parameters: {},
	},
	{ page: 'wechat-shop', name: 'Get Order', type: 'wechatShop', parameters: {} },
	{ page: 'wechat-stock', name: 'Set Stock', type: 'wechatStock', parameters: {} },
];

/** The panel of each node, one for each page of docs/nodes. */
export async function pictureNodes(
	album: Album,
	page: Page,
	{ client, credentials }: Pick<OrderingStack, 'client' | 'credentials'>,
): Promise<void> {
	const nodes = PANELS.map(({ name, type, parameters }, index) => ({
		id: `5c1f2a3e-2222-4222-8222-0000000000${String(index).padStart(2, '0')}`,
		name,
		type: `n8n-nodes-wechat-odoo.${type}`,
		typeVersion: type.endsWith('Trigger') ? 2 : 1,
		position: [0, index * 200],
		parameters,
	}));
	const workflow = { name: 'Nodes', nodes, connections: {} };
	const { id } = await client.importWorkflow(workflow, credentials);
	await openWorkflow(
		page,
		id,
		PANELS.map(({ name }) => name),
	);
	for (const { page: described, name } of PANELS) {
		await openPanel(page, name);
		await takePicture(album, `node-${described}`, page);
		await closePanel(page);
	}
}
