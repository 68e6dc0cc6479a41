import type { HttpCallContext } from '../../core/http';
import { IntegrationError } from '../../core/errors';
import { apiRefusal } from '../../wechat-api/answer';
import { askWechatApi, callWechatApi, type OpenApiAccount } from '../../wechat-api/call';
import type { ShopAfterSale } from './after-sale-item';

/** Longest window (WeChat, getaftersalelist). */
const DAY_S = 24 * 3600;

/** One after-sale. @throws IntegrationError WeChat's refusal, e.g. 10021050: there is none */
export async function getAfterSale(
	account: OpenApiAccount,
	id: string,
	context: HttpCallContext,
): Promise<ShopAfterSale> {
	const body = { after_sale_order_id: id };
	const path = '/channels/ec/aftersale/getaftersaleorder';
	const answer = await callWechatApi(account, { path, body, repeatable: true }, context);
	return (answer.after_sale_order ?? {}) as ShopAfterSale;
}

/** Ids of the after-sales that changed in a period, each once. Seconds, both included. */
export async function listAfterSales(
	account: OpenApiAccount,
	{ from, until }: { from: number; until: number },
	most: number,
	context: HttpCallContext,
): Promise<string[]> {
	const ids = new Set<string>();
	const path = '/channels/ec/aftersale/getaftersalelist';
	for (let start = from; start <= until && ids.size < most; start += DAY_S + 1) {
		const range = {
			begin_update_time: start,
			end_update_time: Math.min(until, start + DAY_S),
		};
		for (let next = ''; ids.size < most; ) {
			const body = { ...range, ...(next && { next_key: next }) };
			const page = await callWechatApi(account, { path, body, repeatable: true }, context);
			const found = page.after_sale_order_id_list;
			for (const id of Array.isArray(found) ? found : []) ids.add(String(id));
			if (page.has_more !== true || !page.next_key || page.next_key === next) break;
			next = String(page.next_key);
		}
	}
	return [...ids].slice(0, most);
}

/** `agree`: to a return. `refund`: to pay, without goods or after they came back. */
export type AcceptStep = 'agree' | 'refund';

/** In which status WeChat takes a step; a second call in another one could pay unasked. */
const FITS: Record<AcceptStep, (afterSale: ShopAfterSale) => boolean> = {
	agree: ({ status, type }) => status === 'MERCHANT_PROCESSING' && type !== 'REFUND',
	refund: ({ status, type }) =>
		status === 'MERCHANT_WAIT_RECEIPT' || (status === 'MERCHANT_PROCESSING' && type === 'REFUND'),
};
/** Where a step is done already. */
const DONE: Record<AcceptStep, readonly string[]> = {
	agree: ['USER_WAIT_RETURN', 'MERCHANT_WAIT_RECEIPT', 'MERCHANT_RETURN_SUCCESS'],
	refund: ['MERCHANT_REFUND_SUCCESS', 'MERCHANT_RETURN_SUCCESS', 'PLATFORM_REFUNDING'],
};

/**
 * Takes one step of an after-sale, once: its status is read first, and again after a lost answer, since a
 * second call on a return pays the buyer.
 *
 * @returns the after-sale as it is afterwards
 * @throws IntegrationError `SHOP_AFTER_SALE_STATUS` where the step does not fit, or WeChat's refusal
 */
export async function acceptAfterSale(
	account: OpenApiAccount,
	id: string,
	step: AcceptStep,
	context: HttpCallContext,
): Promise<ShopAfterSale> {
	const now = await getAfterSale(account, id, context);
	if (DONE[step].includes(now.status ?? '')) return now;
	if (!FITS[step](now)) throw wrongStatus(now);
	const body = { after_sale_order_id: id, accept_type: step === 'agree' ? 1 : 2 };
	await decide(account, { path: '/channels/ec/aftersale/acceptapply', body }, context);
	return await getAfterSale(account, id, context);
}

/** Rejects a request. @throws IntegrationError `SHOP_AFTER_SALE_STATUS`, or WeChat's refusal */
export async function rejectAfterSale(
	account: OpenApiAccount,
	id: string,
	{ type, reason }: { type: number; reason: string },
	context: HttpCallContext,
): Promise<ShopAfterSale> {
	const now = await getAfterSale(account, id, context);
	if (now.status?.startsWith('MERCHANT_REJECT')) return now;
	if (!['MERCHANT_PROCESSING', 'MERCHANT_WAIT_RECEIPT'].includes(now.status ?? '')) {
		throw wrongStatus(now);
	}
	const body = {
		after_sale_order_id: id,
		reject_reason_type: type,
		...(reason && { reject_reason: reason }),
	};
	await decide(account, { path: '/channels/ec/aftersale/rejectapply', body }, context);
	return await getAfterSale(account, id, context);
}

const decide = async (
	account: OpenApiAccount,
	call: { path: string; body: object },
	context: HttpCallContext,
): Promise<void> => {
	const answer = await askWechatApi(account, { ...call, repeatable: false }, context);
	if (answer.errcode !== 0) throw apiRefusal(answer);
};

const wrongStatus = ({ after_sale_order_id: id, status }: ShopAfterSale) =>
	new IntegrationError({
		code: 'SHOP_AFTER_SALE_STATUS',
		message: `After-sale ${String(id)} has the status ${String(status)}, which does not allow this step.`,
		likelyCause: 'It was decided or withdrawn meanwhile.',
		nextStep: 'Get the after-sale with WeChat Shop, and decide by its status.',
	});
