import { Workflow, type INode, type INodeType, type INodeTypes } from 'n8n-workflow';

import { OdooSale } from '../../../nodes/OdooSale/OdooSale.node';
import { OdooSettlement } from '../../../nodes/OdooSettlement/OdooSettlement.node';
import { ShopBackend } from '../../../nodes/ShopBackend/ShopBackend.node';
import { SkuMap } from '../../../nodes/SkuMap/SkuMap.node';
import { WechatPay } from '../../../nodes/WechatPay/WechatPay.node';
import { WechatPayTrigger } from '../../../nodes/WechatPayTrigger/WechatPayTrigger.node';
import { WechatStock } from '../../../nodes/WechatStock/WechatStock.node';

/** What the editor makes of an expression in a node's description. */
function shown(type: INodeType, parameters: INode['parameters'], expression: string): unknown {
	const node: INode = {
		id: '1',
		name: 'Node',
		type: type.description.name,
		typeVersion: [type.description.version].flat()[0]!,
		position: [0, 0],
		parameters,
	};
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypes as INodeTypes,
	});
	return workflow.expression.getSimpleParameterValue(node, expression, 'internal', {});
}

test.each([
	[new OdooSale(), 'order', 'recordPaidOrder', 'Order: Record Paid Order'],
	[new OdooSettlement(), 'settlement', 'recordReceipts', 'Settlement: Record Receipts'],
	[new ShopBackend(), 'order', 'get', 'Order: Get'],
	[new WechatPay(), 'notification', 'acknowledge', 'Notification: Acknowledge'],
	[new SkuMap(), 'orderLine', 'mapToProducts', 'Order Line: Map To Products'],
	[new WechatStock(), 'shopStock', 'getSkus', 'Shop Stock: Get SKUs'],
])('the subtitle says what the node will do', (type, resource, operation, text) => {
	const { subtitle = '' } = type.description;
	expect(shown(type, { resource, operation }, subtitle)).toBe(text);
});

test('the trigger hints at what is overlooked, and only then', () => {
	const type = new WechatPayTrigger();
	const hinted = (parameters: INode['parameters']): boolean[] =>
		(type.description.hints ?? []).map(
			({ displayCondition = '' }) => shown(type, parameters, displayCondition) === true,
		);
	const onReceived = { acknowledge: 'onReceived', events: ['TRANSACTION.SUCCESS'] };
	expect(hinted(onReceived)).toEqual([false, false, false]);
	const byWorkflow = { acknowledge: 'responseNode', events: ['REFUND.SUCCESS'] };
	expect(hinted(byWorkflow)).toEqual([true, true, false]);
	const complaints = { acknowledge: 'onReceived', events: ['COMPLAINT.CREATE'] };
	expect(hinted(complaints)).toEqual([false, false, true]);
});
