import { keyedQueue } from '../../../../../lib/core/keyed-queue';
import { uploadShipments } from '../../../../../lib/wechat-api/shipping/upload-shipments';
import type { OpenApiAccount } from '../../../../../lib/wechat-api/call';
import { scripted, type Reply } from '../context';
import { order, shipment } from './orders';

const account = { baseUrl: 'https://x', accessToken: async () => 't' } as OpenApiAccount;
const UNSEEN: Reply = { body: { errcode: 10060001, errmsg: 'no' } };
const SEEN: Reply = { body: { errcode: 0, order: order() } };
const OK: Reply = { body: { errcode: 0 } };

async function upload(replies: Reply[], waitMs: number, paidAt?: number) {
	const { context, pauses, clock } = scripted(replies);
	const job = {
		shipments: [shipment()],
		...(paidAt === undefined ? {} : { paidAt: clock.ms + paidAt }),
	};
	const options = { ifShipped: 'review', dryRun: false, waitMs, queue: keyedQueue() } as const;
	const [result] = await uploadShipments(account, [job], options, context);
	return { result, pauses };
}

describe('a payment that WeChat does not see yet', () => {
	it('is tried again after a minute, then two', async () => {
		const { result, pauses } = await upload([UNSEEN, UNSEEN, SEEN, OK], 600_000);
		expect(pauses).toEqual([60_000, 120_000]);
		expect(result).toMatchObject({ outcomes: [{ status: 'uploaded' }] });
	});

	it('waits no longer than it may', async () => {
		const { result, pauses } = await upload([UNSEEN, UNSEEN, UNSEEN], 90_000);
		expect(pauses).toEqual([60_000, 30_000]);
		expect(result).toMatchObject({ outcomes: [{ status: 'waiting', reason: 'payment_unseen' }] });
	});

	it('is for a person when it was made long ago', async () => {
		const { result, pauses } = await upload([UNSEEN], 600_000, -600_001);
		expect(pauses).toEqual([]);
		expect(result).toMatchObject({
			outcomes: [{ status: 'needs_review', reason: 'payment_unknown' }],
		});
	});
});

it('keeps the shipments of one payment in order and apart, and lets one fail alone', async () => {
	const orders: string[] = [];
	let running = 0;
	const { context } = scripted([]);
	const send: typeof context.send = async ({ url, body = '' }) => {
		if (url.includes('get_order')) {
			expect(running).toBe(0);
			running += 1;
		} else {
			running -= 1;
			orders.push(
				(JSON.parse(body) as { shipping_list: [{ tracking_no: string }] }).shipping_list[0]
					.tracking_no,
			);
		}
		await new Promise((resolve) => setImmediate(resolve));
		const errcode = orders.at(-1) === 'B' && url.includes('upload') ? 10060014 : 0;
		return {
			status: 200,
			headers: {},
			body: Buffer.from(JSON.stringify({ errcode, order: order() })),
		};
	};
	const jobs = ['A', 'B', 'C'].map((tracking_no) => ({
		shipments: [shipment({ parcels: [{ tracking_no, express_company: 'ZTO', item_desc: 'x' }] })],
	}));
	const results = await uploadShipments(
		account,
		jobs,
		{ ifShipped: 'review', dryRun: false, waitMs: 0, queue: keyedQueue() },
		{ ...context, send },
	);
	expect(orders).toEqual(['A', 'B', 'C']);
	expect(results).toMatchObject([
		{ outcomes: [{ status: 'uploaded' }] },
		{ error: { code: 'WECHAT_API_REFUSED' } },
		{ outcomes: [{ status: 'uploaded' }] },
	]);
});
