import {
	completeComplaint,
	replyToComplaint,
} from '../../../../../lib/wechat-pay/complaints/answer-complaint';
import { testContext } from '../context';
import { openComplaints, pathOf, posts } from './complaints';

let world: Awaited<ReturnType<typeof openComplaints>>;
beforeAll(async () => {
	world = await openComplaints();
});
afterEach(() => world.sandbox.faults.clear());
afterAll(async () => world.sandbox.stop());
const context = testContext();
const dropped = (path: string) => ({
	kind: 'dropped' as const,
	path,
	method: 'POST' as const,
	times: 1,
});
const said = (one: { history: Array<{ operate_type: string }> }, type: string) =>
	one.history.filter(({ operate_type }) => operate_type === type).length;

const answered = (complaint_id: string) => ({
	...{ complaint_id, mchid: '' },
	...{ content: '今天补发', images: [] },
});

it('answers the buyer once, also when it is asked to do so again', async () => {
	const one = world.complain();
	const reply = answered(one.complaint_id);
	expect(await replyToComplaint(world.account, reply, context)).toBe('sent');
	expect(one.complaint_state).toBe('PROCESSING');
	expect(await replyToComplaint(world.account, reply, context)).toBe('already');
	expect(said(one, 'MERCHANT_RESPONSE')).toBe(1);
});

it('answers once when the answer of WeChat got lost', async () => {
	const { sandbox, account } = world;
	const one = world.complain();
	sandbox.faults.add(dropped(`${pathOf(one.complaint_id)}/response`));
	const before = posts(sandbox, '/response');
	await replyToComplaint(account, answered(one.complaint_id), context);
	expect(said(one, 'MERCHANT_RESPONSE')).toBe(1);
	expect(posts(sandbox, '/response') - before).toBe(1);
});

it('sends the same words again when the buyer has answered, unless they were written before', async () => {
	const { account, sandbox } = world;
	const one = world.complain();
	const [reply, since] = [answered(one.complaint_id), Date.now()];
	await replyToComplaint(account, { ...reply, since }, context);
	sandbox.complainAgain(one, '还没收到');
	one.history.at(-1)!.operate_time = new Date(since + 5000).toISOString();
	expect(await replyToComplaint(account, { ...reply, since }, context)).toBe('already');
	expect(await replyToComplaint(account, reply, context)).toBe('sent');
});

it.each([
	['empty', '', []],
	['too long', '好'.repeat(201), []],
	['with five images', '好', ['1', '2', '3', '4', '5']],
])('sends no text that is %s', async (_, content, images) => {
	const one = world.complain();
	const reply = { ...answered(one.complaint_id), content, images };
	await expect(replyToComplaint(world.account, reply, context)).rejects.toMatchObject({
		code: 'WECHAT_COMPLAINT_TEXT_INVALID',
	});
	expect(said(one, 'MERCHANT_RESPONSE')).toBe(0);
});

it('counts 200 characters as WeChat does, not their halves', async () => {
	const reply = { ...answered(world.complain().complaint_id), content: '😀'.repeat(200) };
	expect(await replyToComplaint(world.account, reply, context)).toBe('sent');
});

it('closes a complaint once, again after the buyer has opened it', async () => {
	const { account, sandbox } = world;
	const one = world.complain();
	const complaint = { complaint_id: one.complaint_id, mchid: '' };
	sandbox.faults.add(dropped(`${pathOf(one.complaint_id)}/complete`));
	expect(await completeComplaint(account, complaint, context)).toBe('sent');
	expect(await completeComplaint(account, complaint, context)).toBe('already');
	expect(said(one, 'MERCHANT_CONFIRM_COMPLETE')).toBe(1);
	sandbox.complainAgain(one, '没有解决');
	expect(one.complaint_state).toBe('PROCESSING');
	expect(await completeComplaint(account, complaint, context)).toBe('sent');
	expect(said(one, 'MERCHANT_CONFIRM_COMPLETE')).toBe(2);
});

it("answers for a service provider's merchant by its number", async () => {
	const { account, sandbox } = world;
	const payment = sandbox.pay({ total: 100, sub_mchid: '1900000109' });
	const { complaint_id } = sandbox.complain(payment, { complaint_detail: '?' });
	const reply = answered(complaint_id);
	await expect(replyToComplaint(account, reply, context)).rejects.toMatchObject({
		code: 'WECHAT_REFUSED',
	});
	expect(await replyToComplaint(account, { ...reply, mchid: '1900000109' }, context)).toBe('sent');
});
