import { toBeijingTime } from '../../core/beijing-time';
import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { apiRefusal } from '../answer';
import { askWechatApi, type OpenApiAccount } from '../call';
import { getOrder, type ShippingOrder } from './order';
import { asPlanned, asThere, needsReview, waiting } from './outcome';
import { planUpload, type IfShipped } from './plan-upload';
import type { PaymentKey, Shipment, ShippingOutcome } from './shipment';
import { uploadCall, type PlannedUpload } from './upload-body';

export interface UploadOptions {
	ifShipped: IfShipped;
	/** Looks and plans, and writes nothing. */
	dryRun: boolean;
}

/** Shipments that go in one call: one, or several payments of a combined payment. */
export interface Together {
	combined?: PaymentKey;
	shipments: Shipment[];
}

interface Looked extends PlannedUpload {
	index: number;
	order: ShippingOrder;
}

const NOTHING_CHANGED = 10060023;
const UNSEEN = 10060001;
const ALREADY_COMPLETE = 10060002;
const CORRECTION_USED = 10060003;
const NOT_SHIPPABLE = 10060004;
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 1_000;

/**
 * Uploads what WeChat does not have yet. Looks first (get_order) and after every lost answer, so that
 * each parcel is uploaded once however often this runs; a repeated call keeps its `upload_time`, with
 * which WeChat recognises it.
 *
 * @returns an outcome for each shipment, in their order
 * @throws IntegrationError `SHIPPING_UNCERTAIN`, or WeChat's refusal
 */
export async function uploadTogether(
	account: OpenApiAccount,
	{ combined, shipments }: Together,
	{ ifShipped, dryRun }: UploadOptions,
	context: HttpCallContext,
): Promise<ShippingOutcome[]> {
	const outcomes: ShippingOutcome[] = [];
	let open = [...shipments.keys()];
	let doubt: IntegrationError | undefined;
	let sentAt: number | undefined;

	for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
		const looked: Looked[] = [];
		for (const index of open) {
			const shipment = shipments[index]!;
			const order = await getOrder(account, shipment.payment, context);
			const plan = order && planUpload(order, shipment, ifShipped);
			if (plan?.do === 'upload') looked.push({ index, order: order!, shipment, plan });
			else if (!plan) outcomes[index] = waiting('payment_unseen');
			else if (plan.do === 'wait') outcomes[index] = waiting(plan.reason);
			else if (plan.do === 'review') outcomes[index] = needsReview(plan.reason);
			else outcomes[index] = asThere(doubt ? 'uploaded' : 'unchanged', order!);
		}
		if (looked.length === 0) return outcomes;
		open = looked.map(({ index }) => index);

		sentAt = laterThan(Math.max(...looked.map(lastUpload)), sentAt ?? context.now());
		const time = toBeijingTime(sentAt, 'ms');
		const sent = dryRun
			? (one: Looked) => asPlanned('would_upload', one, time)
			: await send(account, looked, combined, time, doubt !== undefined, context);
		if (!(sent instanceof IntegrationError)) {
			for (const one of looked) outcomes[one.index] = sent(one);
			return outcomes;
		}
		doubt = sent;
		await context.sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
	}
	throw uncertain(doubt);
}

/**
 * @returns what came of each, or the error that leaves open whether it was done
 * @throws IntegrationError WeChat's refusal
 */
async function send(
	account: OpenApiAccount,
	looked: Looked[],
	combined: PaymentKey | undefined,
	time: string,
	again: boolean,
	context: HttpCallContext,
): Promise<((one: Looked) => ShippingOutcome) | IntegrationError> {
	const call = { ...uploadCall(looked, combined, time), repeatable: false };
	const answer = await askWechatApi(account, call, context).catch((error: unknown) => {
		if (error instanceof IntegrationError && error.ambiguous) return error;
		throw error;
	});
	if (answer instanceof IntegrationError) return answer;
	switch (answer.errcode) {
		case 0:
			return (one) => asPlanned('uploaded', one, time);
		case NOTHING_CHANGED:
			return (one) => asPlanned(again ? 'uploaded' : 'unchanged', one, time);
		case UNSEEN:
			return () => waiting('payment_unseen');
		case CORRECTION_USED:
			return () => needsReview('correction_used');
		case NOT_SHIPPABLE:
			// Also the answer for a payment that is too new.
			return ({ order }) =>
				order.order_state === 1 ? waiting('payment_unseen') : needsReview('not_shippable');
		case ALREADY_COMPLETE:
			return apiRefusal(answer);
		default:
			throw apiRefusal(answer);
	}
}

const lastUpload = ({ order }: Looked): number =>
	Math.max(0, ...(order.shipping.shipping_list ?? []).map((one) => Number(one.upload_time) || 0));

const uncertain = (doubt: IntegrationError | undefined) =>
	new IntegrationError({
		code: 'SHIPPING_UNCERTAIN',
		message:
			`WeChat did not say whether it took the shipping information. ${doubt?.message ?? ''}`.trim(),
		likelyCause: doubt?.likelyCause ?? 'The network.',
		nextStep: 'Run the step again: it looks first, and uploads only what WeChat does not have.',
		retryable: true,
		ambiguous: true,
	});

/**
 * When an upload is made, in milliseconds since 1970: now, but always later than the last one, which
 * WeChat tells in whole seconds. It takes the latest for the truth.
 *
 * @param lastSeconds Unix seconds of the last upload, 0 for none
 */
export const laterThan = (lastSeconds: number, nowMs: number): number =>
	Math.max(nowMs, lastSeconds > 0 ? (lastSeconds + 1) * 1000 : 0);
