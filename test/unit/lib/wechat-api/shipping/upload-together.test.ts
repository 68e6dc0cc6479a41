import { IntegrationError } from '../../../../../lib/core/errors';
import type { OpenApiAccount } from '../../../../../lib/wechat-api/call';
import {
	uploadTogether,
	type Together,
	type UploadOptions,
} from '../../../../../lib/wechat-api/shipping/upload-together';
import { scripted, type Reply } from '../context';
import { onceUploaded, order, parcel, shipment, uploaded } from './orders';

const account: OpenApiAccount = {
	kind: 'miniProgram',
	appid: 'wxdddddddddddddddd',
	baseUrl: 'https://api.weixin.qq.com',
	tokens: { from: 'wechat', secret: 's' },
	accessToken: async () => 't',
};
const lost = () =>
	new IntegrationError({
		code: 'HTTP_NO_ANSWER',
		message: 'No answer.',
		likelyCause: 'The network.',
		nextStep: 'Try again.',
		retryable: true,
		ambiguous: true,
	});
const known = (changes = {}): Reply => ({ body: { errcode: 0, order: order(changes) } });
const says = (errcode: number): Reply => ({ body: { errcode, errmsg: 'x' } });

async function upload(replies: Reply[], together: Partial<Together> = {}, options = {}) {
	const { context, asked } = scripted(replies);
	const chosen: UploadOptions = { ifShipped: 'review', dryRun: false, ...options };
	const work = uploadTogether(account, { shipments: [shipment()], ...together }, chosen, context);
	const outcomes = await work.catch((error: unknown) => error);
	const uploads = asked
		.filter(({ url }) => url.includes('upload_'))
		.map(({ body }) => JSON.parse(body ?? '') as Record<string, unknown>);
	return { outcomes, uploads, asked };
}

describe('uploading shipping information', () => {
	it('writes what WeChat’s page asks for, and nothing else', async () => {
		const { outcomes, uploads } = await upload([known(), says(0)]);
		expect(uploads).toEqual([
			{
				order_key: { order_number_type: 2, transaction_id: '4200002761202611221234567890' },
				logistics_type: 1,
				delivery_mode: 1,
				shipping_list: [parcel('A')],
				upload_time: '2026-09-21T22:13:20.000+08:00',
				payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
			},
		]);
		expect(outcomes).toMatchObject([{ status: 'uploaded', correction: false }]);
	});

	it('is later than the last upload, even when that lies ahead', async () => {
		const { uploads } = await upload([known(uploaded([onceUploaded('B')], false)), says(0)]);
		expect(uploads[0]?.upload_time).toBe('2026-09-21T22:15:01.000+08:00');
		expect(uploads[0]?.shipping_list).toMatchObject([{ tracking_no: 'B' }, { tracking_no: 'A' }]);
	});

	it('looks after a lost answer and finds it done', async () => {
		const { outcomes, uploads } = await upload([
			known(),
			lost(),
			known(uploaded([onceUploaded('A')], true)),
		]);
		expect(uploads).toHaveLength(1);
		expect(outcomes).toMatchObject([{ status: 'uploaded', shipping_list: [{ tracking_no: 'A' }] }]);
	});

	it('looks after a lost answer, finds nothing and sends the same bytes again', async () => {
		const { outcomes, asked } = await upload([known(), lost(), known(), says(0)]);
		const bodies = asked.filter(({ url }) => url.includes('upload_')).map(({ body }) => body);
		expect(bodies).toHaveLength(2);
		expect(bodies[0]).toBe(bodies[1]);
		expect(outcomes).toMatchObject([{ status: 'uploaded' }]);
	});

	it.each([-1, 10060012, 10060019])('looks after %d, which says nothing', async (errcode) => {
		const { outcomes, uploads } = await upload([
			known(),
			says(errcode),
			known(uploaded([onceUploaded('A')], true)),
		]);
		expect(uploads).toHaveLength(1);
		expect(outcomes).toMatchObject([{ status: 'uploaded' }]);
	});

	it('takes "nothing changed" for done', async () => {
		const { outcomes } = await upload([known(), lost(), known(), says(10060023)]);
		expect(outcomes).toMatchObject([{ status: 'uploaded' }]);
	});

	it('gives up after four lost answers, and says so', async () => {
		const again = [known(), lost()];
		const { outcomes, uploads } = await upload([...again, ...again, ...again, ...again]);
		expect(uploads).toHaveLength(4);
		expect(outcomes).toMatchObject({ code: 'SHIPPING_UNCERTAIN', ambiguous: true });
	});

	it.each([
		[[says(10060001)], 'waiting', 'payment_unseen'],
		[[known(), says(10060001)], 'waiting', 'payment_unseen'],
		[[known(), says(10060004)], 'waiting', 'payment_unseen'],
		[[known({ order_state: 2 }), says(10060004)], 'needs_review', 'not_shippable'],
		[[known(), says(10060003)], 'needs_review', 'correction_used'],
		[
			[known(), says(10060002), known(uploaded([onceUploaded('Z')], true))],
			'needs_review',
			'already_shipped',
		],
	] as const)('%#: tells %s, %s', async (replies, status, reason) => {
		const { outcomes } = await upload([...replies]);
		expect(outcomes).toMatchObject([{ status, reason, message: expect.any(String) }]);
	});

	it('uploads nothing in a dry run, and tells what it would', async () => {
		const { outcomes, uploads } = await upload([known()], {}, { dryRun: true });
		expect(uploads).toEqual([]);
		expect(outcomes).toMatchObject([{ status: 'would_upload', shipping_list: [parcel('A')] }]);
	});

	it('hands a refusal on in WeChat’s words', async () => {
		const { outcomes } = await upload([known(), says(10060031)]);
		expect(outcomes).toMatchObject({ code: 'WECHAT_API_REFUSED' });
		expect(outcomes).not.toMatchObject({ message: expect.stringContaining('oUpF') });
	});

	it('sends the payments of a combined payment in one call, without those that are there', async () => {
		const key = (number: number) => ({ mchid: '1900000001', out_trade_no: `SUB${number}` });
		const shipments = [1, 2, 3].map((number) => shipment({ payment: key(number) }));
		const combined = { mchid: '1900000001', out_trade_no: 'ALL1' };
		const there = known(uploaded([onceUploaded('A')], true));
		const { outcomes, uploads } = await upload([known(), there, known(), says(0)], {
			combined,
			shipments,
		});
		expect(uploads).toMatchObject([
			{
				order_key: { order_number_type: 1, mchid: '1900000001', out_trade_no: 'ALL1' },
				sub_orders: [
					{ order_key: { out_trade_no: 'SUB1' }, delivery_mode: 1 },
					{ order_key: { out_trade_no: 'SUB3' }, delivery_mode: 1 },
				],
				payer: { openid: expect.any(String) },
			},
		]);
		expect(outcomes).toMatchObject([
			{ status: 'uploaded' },
			{ status: 'unchanged' },
			{ status: 'uploaded' },
		]);
	});
});
