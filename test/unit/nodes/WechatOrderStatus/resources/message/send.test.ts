import type { IDataObject, INode } from 'n8n-workflow';

import { WechatOrderStatus } from '../../../../../../nodes/WechatOrderStatus/WechatOrderStatus.node';
import type { Sandbox } from '../../../../../../sandbox';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { runNode } from '../../../../../support/engine';
import { miniProgramFields } from '../../../../../support/server-api-credentials';

const TEMPLATE = 'SHIPPED';
const PATH = '/cgi-bin/message/subscribe/send';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	sandbox.serverApi.addTemplate(TEMPLATE, ['character_string1', 'thing2']);
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

const values = [
	{ key: 'character_string1', value: '={{ $json.shipping.shipping_list[0].tracking_no }}' },
	{ key: 'thing2', value: '={{ $json.shipping.shipping_list[0].item_desc.slice(0, 20) }}' },
];
const shipping = {
	status: 'uploaded',
	shipping_list: [
		{ tracking_no: 'ZT1', item_desc: '红色T恤，中号，纯棉，两件，另加一顶帽子和一个杯子 ×2' },
	],
};
const send = async (
	openid: string,
	parameters: INode['parameters'] = {},
	settings: Pick<INode, 'onError'> = {},
) => {
	const fixed = { resource: 'message', operation: 'send', templateId: TEMPLATE };
	const [items = []] = await runNode(
		new WechatOrderStatus(),
		{ ...fixed, messageData: { values }, ...parameters },
		[{ out_trade_no: 'A1', openid, shipping }],
		miniProgramFields(sandbox),
		settings,
	);
	return items.map(({ json }) => json);
};
const messagesTo = (openid: string) =>
	sandbox.serverApi.messages().filter(({ touser }) => touser === openid);

it('sends a buyer what they have subscribed to, and says where they have not', async () => {
	sandbox.serverApi.grant('oONE', TEMPLATE, 1);
	const options = { page: 'pages/order?id=A1', messageOptions: { lang: 'en_US' } };
	const [sent] = await send('oONE', options);
	expect(sent).toMatchObject({
		out_trade_no: 'A1',
		message: { status: 'sent', msgid: expect.stringMatching(/^\d{19}$/) as string },
	});
	expect(messagesTo('oONE')).toMatchObject([
		{
			...{ page: 'pages/order?id=A1', lang: 'en_US', miniprogram_state: 'formal' },
			data: {
				character_string1: { value: 'ZT1' },
				thing2: { value: '红色T恤，中号，纯棉，两件，另加一顶帽子' },
			},
		},
	]);
	expect((await send('oONE'))[0]?.message).toEqual({ status: 'not_subscribed' });
	expect(messagesTo('oONE')).toHaveLength(1);
});

it('sends nothing in a dry run, and shows what it would', async () => {
	sandbox.serverApi.grant('oDRY', TEMPLATE, 1);
	const [item] = await send('oDRY', { dryRun: true });
	expect((item?.message as IDataObject).data).toMatchObject({ character_string1: 'ZT1' });
	expect(messagesTo('oDRY')).toEqual([]);
});

it('is not sent twice after a lost answer', async () => {
	sandbox.serverApi.grant('oLOST', TEMPLATE, 5);
	sandbox.faults.add({ kind: 'dropped', path: PATH, times: 1 });
	await expect(send('oLOST')).rejects.toMatchObject({
		message: expect.stringContaining('no complete answer') as string,
	});
	expect(messagesTo('oLOST')).toHaveLength(1);
});

it('names the key that WeChat does not take, and the template that it does not have', async () => {
	sandbox.serverApi.grant('oBAD', TEMPLATE, 5);
	const messageData = { values: [values[0]!, { key: 'thing2', value: '衣'.repeat(21) }] };
	const [long] = await send('oBAD', { messageData }, { onError: 'continueRegularOutput' });
	expect(long?.error).toContain('data.thing2.value');
	await expect(send('oBAD', { templateId: 'OTHER' })).rejects.toMatchObject({
		description: expect.stringContaining('My Templates') as string,
	});
	expect(messagesTo('oBAD')).toEqual([]);
});
