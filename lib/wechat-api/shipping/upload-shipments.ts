import type { HttpCallContext } from '../../core/http';
import type { KeyedQueue } from '../../core/keyed-queue';
import { mapWithLimit } from '../../core/collections';
import type { OpenApiAccount } from '../call';
import { needsReview } from './outcome';
import { paymentText, type ShippingOutcome } from './shipment';
import { uploadTogether, type Together, type UploadOptions } from './upload-together';

/** Shipments that go in one call, and when their payment was made, in milliseconds since 1970. */
export interface UploadJob extends Together {
	paidAt?: number;
}

export type UploadResult = { outcomes: ShippingOutcome[] } | { error: unknown };

export interface UploadManyOptions extends UploadOptions {
	/** How long to wait in all for payments that WeChat does not see yet, in milliseconds. */
	waitMs: number;
	/** Uploads for one payment never run side by side, also not over several calls of this function. */
	queue: KeyedQueue;
}

/** WeChat: a payment is taken in about a minute after it was paid, sometimes later. */
const PAUSES_MS = [60_000, 120_000, 300_000, 600_000];
/** What is not there after so long never comes. */
const FRESH_MS = 600_000;
const AT_ONCE = 5;

/**
 * Uploads many, those of one payment one after the other in the order given. While WeChat does not see
 * some payments, these alone are tried again after 1, 2, 5 and 10 minutes, as far as the time allows.
 *
 * @returns a result for each, in their order: one that fails stops no other
 */
export async function uploadShipments(
	account: OpenApiAccount,
	jobs: UploadJob[],
	options: UploadManyOptions,
	context: HttpCallContext,
): Promise<UploadResult[]> {
	const results: UploadResult[] = [];
	const started = context.now();
	let open = [...jobs.keys()];
	for (let pass = 0; ; pass++) {
		await mapWithLimit(open, AT_ONCE, async (index) => {
			results[index] = await attempt(account, jobs[index]!, options, context);
		});
		open = open.filter((index) => isUnseen(results[index]!));
		for (const index of open.filter((one) => isOld(jobs[one]!, context.now()))) {
			results[index] = neverComes(results[index]!);
		}
		open = open.filter((index) => isUnseen(results[index]!));
		const pause = PAUSES_MS[pass];
		const left = options.waitMs - (context.now() - started);
		if (open.length === 0 || pause === undefined || left <= 0 || options.dryRun) return results;
		await context.sleep(Math.min(pause, left));
	}
}

async function attempt(
	account: OpenApiAccount,
	job: UploadJob,
	options: UploadManyOptions,
	context: HttpCallContext,
): Promise<UploadResult> {
	const upload = async () => await uploadTogether(account, job, options, context);
	const payments = [
		...(job.combined ? [job.combined] : []),
		...job.shipments.map((one) => one.payment),
	];
	try {
		return { outcomes: await options.queue(paymentText(payments[0]!), upload) };
	} catch (error) {
		return { error };
	}
}

const isUnseen = (result: UploadResult): boolean =>
	'outcomes' in result && result.outcomes.some(({ reason }) => reason === 'payment_unseen');

const isOld = ({ paidAt }: UploadJob, now: number): boolean =>
	paidAt !== undefined && now - paidAt > FRESH_MS;

const neverComes = (result: UploadResult): UploadResult =>
	'outcomes' in result
		? {
				outcomes: result.outcomes.map((one) =>
					one.reason === 'payment_unseen' ? needsReview('payment_unknown') : one,
				),
			}
		: result;
