import { asObject, type JsonObject } from '../../core/json';

/** One step of a complaint: what the buyer, the merchant or WeChat said or did. */
export interface ComplaintStep {
	log_id: string;
	/** RFC 3339. */
	operate_time: string;
	/** Such as `USER_RESPONSE` or `MERCHANT_RESPONSE`; the list grows. */
	operate_type: string;
	operate_details: string;
	/** Addresses of images. */
	images: string[];
}

/** A complaint with WeChat's fields, and in `complaint` what has to be known to answer it. */
export type ComplaintWithDeadlines = JsonObject & {
	complaint_id: string;
	complaint_state: string;
	/** Of the order, if the complaint is about one. */
	transaction_id?: string;
	out_trade_no?: string;
	complaint: {
		/** The first answer is due 24 hours after the complaint, the solution after 72 (ISO 8601). */
		reply_by: string;
		solve_by: string;
		/** Whether it was answered: `complaint_state` is not `PENDING`. */
		answered: boolean;
		/** Whether it is closed: `complaint_state` is `PROCESSED`. A buyer may open it again. */
		solved: boolean;
		/** Buyer's phone number; only when asked for. */
		payer_phone?: string;
		/** Oldest first; only when asked for. */
		history?: ComplaintStep[];
	};
};

const HOUR_MS = 3_600_000;
const REPLY_HOURS = 24;
const SOLVE_HOURS = 72;

/** Adds order numbers and deadlines to a complaint. The encrypted phone number is left out. */
export function complaintItem(complaint: JsonObject): ComplaintWithDeadlines {
	const fields = { ...complaint };
	delete fields['payer_phone'];
	const since = Date.parse(textOf(fields['complaint_time']));
	const state = textOf(fields['complaint_state']);
	const orders = fields['complaint_order_info'];
	const order = asObject(Array.isArray(orders) ? orders[0] : undefined) ?? {};
	const [transaction_id, out_trade_no] = [order['transaction_id'], order['out_trade_no']];
	return {
		...fields,
		complaint_id: textOf(fields['complaint_id']),
		complaint_state: state,
		...(typeof transaction_id === 'string' && { transaction_id }),
		...(typeof out_trade_no === 'string' && { out_trade_no }),
		complaint: {
			reply_by: isoTime(since + REPLY_HOURS * HOUR_MS),
			solve_by: isoTime(since + SOLVE_HOURS * HOUR_MS),
			answered: state !== 'PENDING',
			solved: state === 'PROCESSED',
		},
	};
}

/** Reads a step of the history, as WeChat sends it. */
export function complaintStep(entry: JsonObject): ComplaintStep {
	const media = asObject(entry['complaint_media_list'])?.['media_url'];
	const images = [entry['image_list'], media].flatMap((list) => (Array.isArray(list) ? list : []));
	return {
		log_id: textOf(entry['log_id']),
		operate_time: textOf(entry['operate_time']),
		operate_type: textOf(entry['operate_type']),
		operate_details: textOf(entry['operate_details']),
		images: [...new Set(images.filter((one) => typeof one === 'string'))],
	};
}

/** Whether the buyer said or did it, rather than the merchant or WeChat. */
export const isOfBuyer = ({ operate_type }: Pick<ComplaintStep, 'operate_type'>): boolean =>
	operate_type.startsWith('USER_');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const isoTime = (ms: number): string => (Number.isNaN(ms) ? '' : new Date(ms).toISOString());
