import {
	webhookUrls,
	withCredentials,
	type WorkflowNode,
} from '../../../../tools/services/n8n-workflow';

const types = [
	{
		name: 'pack.trigger',
		credentials: [{ name: 'payApi' }],
		webhooks: [{ path: 'webhook' }],
	},
	{ name: 'pack.act', credentials: [{ name: 'payApi' }] },
	{ name: 'pack.act', credentials: [{ name: 'otherApi' }] },
	{
		name: 'base.webhook',
		webhooks: [{ path: '={{$parameter["path"]}}', isFullPath: true }],
	},
	{ name: 'base.noOp' },
];
const node = (type: string, more: Partial<WorkflowNode> = {}): WorkflowNode => ({
	name: type,
	type,
	...more,
});

describe('withCredentials', () => {
	it('puts each credential on the nodes that declare its type, in any of their versions', () => {
		const nodes = ['pack.trigger', 'pack.act', 'base.noOp'].map((type) => node(type));
		const pay = { id: '1', name: 'Pay' };
		const other = { id: '2', name: 'Other' };
		const placed = withCredentials(nodes, types, { payApi: pay, otherApi: other, unusedApi: pay });
		expect(placed.map(({ credentials }) => credentials)).toEqual([
			{ payApi: pay },
			{ payApi: pay, otherApi: other },
			undefined,
		]);
	});

	it('leaves a credential of another type that the workflow brought', () => {
		const kept = { id: '9', name: 'Kept' };
		const nodes = [node('pack.trigger', { credentials: { keptApi: kept } })];
		const pay = { id: '1', name: 'Pay' };
		expect(withCredentials(nodes, types, { payApi: pay })[0]?.credentials).toEqual({
			keptApi: kept,
			payApi: pay,
		});
	});
});

describe('webhookUrls', () => {
	const urls = (nodes: Parameters<typeof webhookUrls>[1]) =>
		webhookUrls('http://127.0.0.1:1', nodes, types);

	it('puts the node’s own id before a path that is not full', () => {
		expect(urls([node('pack.trigger', { webhookId: 'abc' }), node('base.noOp')])).toEqual({
			'pack.trigger': 'http://127.0.0.1:1/webhook/abc/webhook',
		});
	});

	it('takes a full path from the parameter it stands in, and the id where that is empty', () => {
		const parameters = { path: 'mine' };
		expect(urls([node('base.webhook', { webhookId: 'abc', parameters })])).toEqual({
			'base.webhook': 'http://127.0.0.1:1/webhook/mine',
		});
		expect(urls([node('base.webhook', { webhookId: 'abc' })])).toEqual({
			'base.webhook': 'http://127.0.0.1:1/webhook/abc',
		});
	});
});
