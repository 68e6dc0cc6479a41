import type { Sandbox } from '../../../../../sandbox';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { caller, type Answer } from '../call';

let sandbox: Sandbox;
let call: (path: string, body: unknown) => Promise<Answer>;
const templateId = 'TEMPLATE1';
const message = {
	touser: 'oBUYER',
	template_id: templateId,
	page: 'pages/order?id=1',
	data: { thing1: { value: '红色T恤' }, character_string2: { value: 'ZTO1' } },
};

beforeAll(async () => {
	sandbox = await sharedSandbox();
	call = caller(sandbox);
	sandbox.serverApi.addTemplate(templateId, ['thing1', 'character_string2']);
});
afterAll(async () => sandbox.stop());

const send = async (changed: object = {}): Promise<Answer> =>
	await call('/cgi-bin/message/subscribe/send', { ...message, ...changed });

test('a buyer gets as many messages as were allowed, each with a bare number of 19 digits', async () => {
	expect((await send()).json).toMatchObject({
		errcode: 43101,
		errmsg: expect.stringContaining('user refuse to accept the msg') as string,
	});
	sandbox.serverApi.grant('oBUYER', templateId, 2);
	expect((await send()).text).toMatch(/"msgid":\d{19}\}/);
	expect((await send()).json.errcode).toBe(0);
	expect((await send()).json.errcode).toBe(43101);
	expect(sandbox.serverApi.messages()).toMatchObject([
		{ ...message, miniprogram_state: 'formal', lang: 'zh_CN' },
		{ touser: 'oBUYER' },
	]);
});

test.each<[string, object, number]>([
	['no buyer', { touser: '' }, 40003],
	['an unknown template', { template_id: 'OTHER' }, 40037],
	['text for data', { data: '{}' }, 47001],
	['a missing key', { data: { thing1: { value: 'T恤' } } }, 47003],
])('refuses %s, and takes no permission for it', async (_name, changed, errcode) => {
	sandbox.serverApi.grant('oOTHER', templateId, 1);
	const before = sandbox.serverApi.messages().length;
	expect((await send({ touser: 'oOTHER', ...changed })).json.errcode).toBe(errcode);
	expect(sandbox.serverApi.messages()).toHaveLength(before);
});

test.each([
	['thing1', '衣'.repeat(20), true],
	['thing1', '衣'.repeat(21), false],
	['number1', '12.5', true],
	['number1', '十二', false],
	['letter1', 'abc', true],
	['letter1', 'a1', false],
	['symbol1', '+++++', true],
	['symbol1', '++++++', false],
	['character_string1', 'A'.repeat(32), true],
	['character_string1', '中文', false],
	['time1', '15:01', true],
	['time1', '2019年10月1日 15:01', true],
	['date1', '2019年10月1日~2019年10月7日', true],
	['date1', 'tomorrow', false],
	['amount1', '¥100.50', true],
	['amount1', '100元', true],
	['amount1', '12345678901', false],
	['phone_number1', '+86-0766-66888866', true],
	['phone_number1', 'call me', false],
	['car_number1', '粤A8Z888挂', true],
	['car_number1', '粤A8Z888挂挂挂', false],
	['name1', '李'.repeat(10), true],
	['name1', '李'.repeat(11), false],
	['name1', 'A'.repeat(20), true],
	['phrase1', '已发货', true],
	['phrase1', 'shipped', false],
	['enum1', 'anything', true],
])('%s may be %s: %s', async (key, value, fits) => {
	const template = `OF_${key}`;
	sandbox.serverApi.addTemplate(template, [key]);
	sandbox.serverApi.grant('oBUYER', template, 1);
	const { json } = await send({ template_id: template, data: { [key]: { value } } });
	expect(json.errcode).toBe(fits ? 0 : 47003);
	if (!fits) expect(json.errmsg).toContain(`data.${key}.value`);
});
