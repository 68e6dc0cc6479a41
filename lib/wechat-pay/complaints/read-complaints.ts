import { addDays, beijingDate } from '../../core/beijing-time';
import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { asObject, type JsonObject } from '../../core/json';
import { callWechatPay } from '../api/call';
import { withQuery } from '../api/endpoints';
import type { WechatPayAccount } from '../keys/account';
import { complaintStep, type ComplaintStep } from './complaint-item';
import { complaintsTarget, complaintTarget } from './complaint-targets';

/** WeChat lists the complaints of 30 days at most in one call, and 50 in one answer. */
const SPAN_DAYS = 30;
const LIST_LIMIT = 50;
/** The history is asked for in smaller pages where WeChat says that the answer is too large. */
const HISTORY_LIMITS = [100, 20, 5];
/** A complaint with a longer history is read to here. */
const MOST_STEPS = 1000;

/**
 * A complaint with WeChat's fields; `payer_phone` is encrypted.
 *
 * @throws IntegrationError `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function getComplaint(
	account: WechatPayAccount,
	complaint_id: string,
	context: HttpCallContext,
): Promise<JsonObject> {
	const target = complaintTarget(account, complaint_id);
	return await callWechatPay(account, { method: 'GET', target }, context);
}

/**
 * The complaints of the last days, today (Beijing time) included, the newest first.
 *
 * @param mchid of the merchant that buyers complained about; empty for all that the account acts for
 * @throws IntegrationError as `getComplaint`
 */
export async function listComplaints(
	account: WechatPayAccount,
	{ days, mchid }: { days: number; mchid: string },
	context: HttpCallContext,
): Promise<JsonObject[]> {
	const found = new Map<unknown, JsonObject>();
	const today = beijingDate(context.now());
	const oldest = addDays(today, 1 - days);
	for (let end = today; end >= oldest; end = addDays(end, -SPAN_DAYS)) {
		const start = addDays(end, 1 - SPAN_DAYS);
		const span = { begin_date: start < oldest ? oldest : start, end_date: end };
		for (let offset = 0, more = true; more; offset += LIST_LIMIT) {
			const page = { limit: String(LIST_LIMIT), offset: String(offset) };
			const owner = { complainted_mchid: mchid || undefined };
			const target = withQuery(complaintsTarget(account), { ...page, ...span, ...owner });
			const data = listOf(await callWechatPay(account, { method: 'GET', target }, context));
			// A complaint that arrives meanwhile moves the others on to the next page.
			for (const one of data) found.set(one['complaint_id'], one);
			more = data.length === LIST_LIMIT;
		}
	}
	return [...found.values()].sort((a, b) => timeOf(b) - timeOf(a));
}

/**
 * What was said and done about a complaint, the oldest first.
 *
 * @throws IntegrationError as `getComplaint`
 */
export async function getComplaintHistory(
	account: WechatPayAccount,
	complaint_id: string,
	context: HttpCallContext,
	[limit = 1, ...smaller]: number[] = HISTORY_LIMITS,
): Promise<ComplaintStep[]> {
	const found = new Map<string, ComplaintStep>();
	const path = complaintTarget(account, complaint_id, 'negotiation-historys');
	for (let offset = 0; offset < MOST_STEPS; offset += limit) {
		const target = withQuery(path, { limit: String(limit), offset: String(offset) });
		const answer = callWechatPay(account, { method: 'GET', target }, context).catch(
			(error: unknown) => (isTooLarge(error) && smaller.length > 0 ? undefined : raise(error)),
		);
		const body = await answer;
		if (!body) return await getComplaintHistory(account, complaint_id, context, smaller);
		const data = listOf(body).map(complaintStep);
		for (const one of data) found.set(one.log_id, one);
		if (data.length < limit) break;
	}
	return oldestFirst([...found.values()]);
}

/** Steps of one second keep their order, whichever end WeChat starts at. */
function oldestFirst(steps: ComplaintStep[]): ComplaintStep[] {
	const at = (step: ComplaintStep | undefined) => Date.parse(step?.operate_time ?? '');
	const newestFirst = at(steps[0]) >= at(steps.at(-1));
	return (newestFirst ? steps.reverse() : steps).sort((a, b) => at(a) - at(b));
}

const listOf = ({ data }: JsonObject): JsonObject[] =>
	Array.isArray(data) ? data.map(asObject).filter((one) => one !== undefined) : [];

const timeOf = (complaint: JsonObject): number => Date.parse(String(complaint['complaint_time']));

const isTooLarge = (error: unknown): boolean =>
	error instanceof IntegrationError && error.message.includes('数据量过大');

function raise(error: unknown): never {
	throw error;
}
