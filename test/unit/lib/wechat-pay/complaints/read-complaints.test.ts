import {
	getComplaint,
	getComplaintHistory,
	listComplaints,
} from '../../../../../lib/wechat-pay/complaints/read-complaints';
import { decryptField } from '../../../../../lib/wechat-pay/keys/decrypt-field';
import { testContext } from '../context';
import { openComplaints } from './complaints';

let world: Awaited<ReturnType<typeof openComplaints>>;
beforeAll(async () => {
	world = await openComplaints();
});
afterAll(async () => world.sandbox.stop());
const context = testContext();

it('reads a complaint, whose phone number is encrypted', async () => {
	const { account, complain } = world;
	const { complaint_id, out_trade_no } = complain('未收到货', { payer_phone: '13900001111' });
	const complaint = await getComplaint(account, complaint_id, context);
	expect(complaint).toMatchObject({
		complaint_detail: '未收到货',
		complaint_state: 'PENDING',
		complaint_order_info: [{ out_trade_no }],
	});
	expect(JSON.stringify(complaint)).not.toContain('13900001111');
	expect(decryptField(account, String(complaint['payer_phone']))).toBe('13900001111');
});

it('reads one of a global merchant, at its own path', async () => {
	const { account, complain, sandbox } = world;
	const { complaint_id } = complain();
	const abroad = { ...account, paths: 'global' as const };
	expect(await getComplaint(abroad, complaint_id, context)).toMatchObject({ complaint_id });
	expect(sandbox.calls().at(-1)?.target).toBe(
		`/v3/global/merchant-service/complaints/${complaint_id}`,
	);
});

it('lists every complaint once, over pages and months, the newest first', async () => {
	const { account, complain, sandbox } = world;
	for (let count = 0; count < 60; count++) complain(`Complaint ${count}`);
	const found = await listComplaints(account, { days: 90, mchid: '' }, context);
	const known = sandbox.complaints().map(({ complaint_id }) => complaint_id);
	expect(found.map((one) => one['complaint_id']).sort()).toEqual(known.sort());
	expect(sandbox.calls().filter(({ target }) => target.includes('/complaints-v2?'))).toHaveLength(
		4,
	);
	expect(await listComplaints(account, { days: 1, mchid: '1' }, context)).toEqual([]);
});

it('reads a long history in smaller pages, the oldest first', async () => {
	const { account, complain, sandbox } = world;
	const complaint = complain('First');
	for (let count = 0; count < 30; count++) sandbox.complainAgain(complaint, `Words ${count}`);
	sandbox.complaintRules.historyLimit = 20;
	const history = await getComplaintHistory(account, complaint.complaint_id, context);
	sandbox.complaintRules.historyLimit = 300;
	expect(history).toHaveLength(31);
	expect(new Set(history.map(({ log_id }) => log_id)).size).toBe(31);
	const oldest = [...complaint.history].map(({ operate_time }) => operate_time).sort();
	expect(history.map(({ operate_time }) => operate_time)).toEqual(oldest);
});

it('says what WeChat says of an unknown complaint', async () => {
	await expect(getComplaint(world.account, '1', context)).rejects.toMatchObject({
		code: 'WECHAT_REFUSED',
		message: expect.stringContaining('投诉单不存在'),
	});
});
