import type { Complaint } from '../complaints/complaint';
import { closeIfRefunded, complete, progress, reply } from '../complaints/move-complaint';
import { beijingDay } from '../core/beijing-time';
import type { JsonObject } from '../core/json';
import type { WeChat } from '../platform/wechat';
import type { App, Call } from '../server/app';
import { complaintAnswer } from './complaint-answers';
import { addComplaintAddress, addComplaintImages } from './complaint-files';
import { paramError, WeChatError } from './errors';
import { jsonBody } from './request';

const DAY_MS = 24 * 3_600_000;
const LONGEST = 200;

/** Complaints: the list, one of them, its history, what the merchant does about it, images and the address. */
export function addComplaints(api: App, wechat: WeChat): void {
	for (const folder of ['/v3/merchant-service', '/v3/global/merchant-service']) {
		const list = `${folder}/${folder.includes('global') ? 'complaints' : 'complaints-v2'}`;
		api.get(list, (call) => call.json(listed(call, wechat)));
		api.get(`${list}/:id`, (call) => call.json(complaintAnswer(named(call, wechat), wechat)));
		api.get(`${list}/:id/negotiation-historys`, (call) => call.json(history(call, wechat)));
		api.post(`${list}/:id/response`, async (call) => {
			const body = await jsonBody(call);
			const [one, images] = [ofMerchant(call, body, wechat), textsOf(body.response_images)];
			const text = limited(body.response_content, 'response_content');
			if (images.length > 4 || images.some((id) => !wechat.complaints.images.has(id))) {
				throw paramError('response_images', '', 'is not an uploaded image', 'body');
			}
			return done(call, one, reply(one, text, images, wechat), wechat);
		});
		api.post(`${list}/:id/complete`, async (call) => {
			const one = ofMerchant(call, await jsonBody(call), wechat);
			if (one.complaint_state === 'PROCESSED') {
				throw new WeChatError(400, 'INVALID_REQUEST', '投诉单已处理完成，请勿重复操作');
			}
			return done(call, one, complete(one, wechat), wechat);
		});
		addComplaintImages(api, folder, wechat);
		addComplaintAddress(api, `${folder}/complaint-notifications`, wechat);
	}
	api.post('/v3/merchant-service/complaints-v2/:id/update-refund-progress', async (call) => {
		const { action, reject_reason, launch_refund_day, ...body } = await jsonBody(call);
		const one = named(call, wechat);
		checkMerchant(one, body);
		const approved = action === 'APPROVE';
		if (!approved && action !== 'REJECT') {
			throw paramError('action', String(action), 'is not APPROVE or REJECT', 'body');
		}
		if (!approved && launch_refund_day !== undefined) {
			throw paramError('launch_refund_day', '', 'is only for APPROVE', 'body');
		}
		const text = approved
			? `预计${Number(launch_refund_day ?? 0)}天内发起退款`
			: limited(reject_reason, 'reject_reason');
		return done(call, one, progress(one, { approved, text }, wechat), wechat);
	});
}

function listed(call: Call, wechat: WeChat): object {
	const query = (name: string) => call.req.query(name) ?? '';
	const [from, to] = [Date.parse(query('begin_date')), Date.parse(query('end_date'))];
	if (!(to >= from) || to - from >= 30 * DAY_MS) {
		throw paramError('begin_date', query('begin_date'), 'span is longer than 30 days');
	}
	const [limit, offset] = [Number(query('limit') || 10), Number(query('offset') || 0)];
	if (!(limit >= 1 && limit <= 50)) throw paramError('limit', query('limit'), 'is not 1 to 50');
	const owner = query('complainted_mchid');
	const all = wechat.complaints
		.all()
		.filter(({ complaint_time, complainted_mchid }) => {
			const day = beijingDay(complaint_time);
			const inside = day >= query('begin_date') && day <= query('end_date');
			return inside && (!owner || owner === complainted_mchid);
		})
		.reverse();
	const page = all.slice(offset, offset + limit);
	for (const one of page) closeIfRefunded(one, wechat);
	const data = page.map((one) => complaintAnswer(one, wechat));
	return { data, limit, offset, ...(offset === 0 && { total_count: all.length }) };
}

function history(call: Call, wechat: WeChat): object {
	const [limit, offset] = [
		Number(call.req.query('limit') ?? 100),
		Number(call.req.query('offset') ?? 0),
	];
	const { history: steps } = named(call, wechat);
	if (limit > wechat.complaintRules.historyLimit) {
		throw new WeChatError(400, 'INVALID_REQUEST', '查询结果数据量过大，请减小limit');
	}
	// The newest first.
	const data = [...steps].reverse().slice(offset, offset + limit);
	return { data, limit, offset, ...(offset === 0 && { total_count: steps.length }) };
}

function named(call: Call, wechat: WeChat): Complaint {
	const found = wechat.complaints.withId(call.req.param('id') ?? '');
	if (!found) throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '投诉单不存在');
	closeIfRefunded(found, wechat);
	return found;
}

function ofMerchant(call: Call, body: JsonObject, wechat: WeChat): Complaint {
	const found = named(call, wechat);
	checkMerchant(found, body);
	return found;
}

function checkMerchant({ complainted_mchid }: Complaint, body: JsonObject): void {
	if (body.complainted_mchid === complainted_mchid) return;
	throw paramError('complainted_mchid', '', 'is not the merchant of the complaint', 'body');
}

function limited(value: unknown, field: string): string {
	const text = typeof value === 'string' ? value : '';
	if (text !== '' && [...text].length <= LONGEST) return text;
	throw paramError(field, text, 'length is not 1 to 200', 'body');
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function done(call: Call, complaint: Complaint, action_type: string, wechat: WeChat): Response {
	wechat.notifyComplaint({ complaint, action_type });
	return call.body(null, 204);
}
