import { replyToComplaint } from '../../../../../lib/wechat-pay/complaints/answer-complaint';
import {
	downloadImage,
	uploadImage,
} from '../../../../../lib/wechat-pay/complaints/complaint-images';
import { testContext } from '../context';
import { openComplaints } from './complaints';

let world: Awaited<ReturnType<typeof openComplaints>>;
beforeAll(async () => {
	world = await openComplaints();
});
afterAll(async () => world.sandbox.stop());
const context = testContext();
const png = Buffer.from('89504e470d0a1a0a000d0a2d2d00ff', 'hex');

it('downloads what the buyer added, byte for byte', async () => {
	const { account, complain } = world;
	const { media_url } = complain('坏了', { images: [png.toString('base64')] });
	const image = await downloadImage(account, media_url[0] ?? '', context);
	expect(image).toEqual({ bytes: png, type: 'image/png' });
});

it('uploads an image, of which WeChat checks the hash, and sends it with a reply', async () => {
	const { account, complain } = world;
	const media_id = await uploadImage(account, png, 'form-1', context);
	expect((await downloadImage(account, media_id, context)).bytes).toEqual(png);
	const one = complain();
	const reply = { complaint_id: one.complaint_id, mchid: '', content: '见图', images: [media_id] };
	expect(await replyToComplaint(account, reply, context)).toBe('sent');
	expect(one.history.at(-1)?.image_list).toEqual([expect.stringContaining(media_id)]);
});

it.each([
	['a text', Buffer.from('GIF89a')],
	['nothing', Buffer.alloc(0)],
	['more than 2 MB', Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)])],
])('uploads no %s', async (_, bytes) => {
	await expect(uploadImage(world.account, bytes, 'form-1', context)).rejects.toMatchObject({
		code: 'WECHAT_COMPLAINT_IMAGE_INVALID',
	});
});

it('says what WeChat says of an unknown image', async () => {
	await expect(downloadImage(world.account, 'none', context)).rejects.toMatchObject({
		code: 'WECHAT_REFUSED',
	});
});
