import type { IExecuteFunctions } from 'n8n-workflow';

import { execute } from '../../../../../../nodes/WechatPay/resources/complaint/uploadImage';
import type { Sandbox } from '../../../../../../sandbox/index';
import { sharedSandbox } from '../../../../../support/shared-sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

/** What the operation asks of n8n, for one item with a file. */
const contextWith = (bytes: Buffer) =>
	({
		getInputData: () => [{ json: { n: 1 } }],
		getNodeParameter: (name: string) => (name === 'uploadField' ? 'picture' : ''),
		getCredentials: async () => ({ ...sandbox.credential }),
		getNodeOutputs: () => [{}],
		getNode: () => ({ name: 'WeChat Pay', type: 'n8n-nodes-wechat-odoo.wechatPay' }),
		continueOnFail: () => false,
		helpers: {
			getBinaryDataBuffer: async (index: number, field: string) =>
				index === 0 && field === 'picture' ? bytes : Buffer.alloc(0),
		},
	}) as unknown as IExecuteFunctions;

it('uploads the file of the item, and returns its media ID', async () => {
	const bytes = Buffer.from('89504e470d0a1a0a', 'hex');
	const [[uploaded] = []] = await execute(contextWith(bytes));
	expect(uploaded?.json).toEqual({ n: 1, media_id: expect.stringMatching(/^\w{20,}$/) });
	const image = `/v3/merchant-service/images/upload`;
	expect(sandbox.calls().filter(({ target }) => target === image)).toHaveLength(1);
});

it('uploads no other file', async () => {
	await expect(execute(contextWith(Buffer.from('%PDF-1.7')))).rejects.toMatchObject({
		message: expect.stringContaining('JPG, PNG or BMP'),
	});
});
