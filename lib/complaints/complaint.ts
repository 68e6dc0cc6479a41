import { asObject, type JsonObject } from '../core/json';
import { safeLine, safeText } from '../core/outside-text';
import { readItem, type ItemKind } from '../core/read-item';
import { externalIdPart } from '../odoo/records';
import type { PaymentName } from '../orders/model/order-keys';

/** What a person said or did about a complaint. */
export interface ComplaintWords {
	log_id: string;
	at: string;
	/** WeChat's name of the step, such as `USER_RESPONSE`. */
	type: string;
	text: string;
	images: number;
}

/** A complaint to be recorded in Odoo. */
export interface ComplaintToRecord {
	complaint_id: string;
	/** The merchant that the buyer complained about. */
	mchid: string;
	state: string;
	/** ISO 8601. */
	reply_by: string;
	solve_by: string;
	phone: string;
	/** Absent for a complaint that is about no order. */
	payment?: PaymentName;
	/** In the smallest unit of the order's currency; 0 if it is not known. */
	askedFen: number;
	/** Oldest first. */
	words: ComplaintWords[];
}

const KIND: ItemKind = {
	code: 'NOT_A_COMPLAINT',
	name: 'a complaint',
	nextStep: 'Connect WeChat Pay (Complaint: Get, with Include History on), and pass on all fields.',
};

/** Longest text of one step, and how many of the last steps are read. */
const LONGEST = 2000;
const MOST_STEPS = 100;

/** Reads an item of *Complaint: Get*. @throws IntegrationError `NOT_A_COMPLAINT` */
export const readComplaint = (item: JsonObject): ComplaintToRecord =>
	readItem(item, KIND, ({ text, optionalText, value, check }) => {
		const history = value('complaint.history');
		check('complaint.history', Array.isArray(history));
		const steps = (Array.isArray(history) ? history : []).slice(-MOST_STEPS);
		const [own, owner] = [text('mchid'), text('complainted_mchid')];
		const numbers = {
			out_trade_no: optionalText('out_trade_no'),
			transaction_id: optionalText('transaction_id'),
		};
		const asked = value('apply_refund_amount');
		return {
			complaint_id: text('complaint_id'),
			mchid: owner,
			state: text('complaint_state'),
			reply_by: text('complaint.reply_by'),
			solve_by: text('complaint.solve_by'),
			phone: optionalText('complaint.payer_phone'),
			...(numbers.transaction_id && {
				payment: { mchid: own, ...(owner !== own && { sub_mchid: owner }), ...numbers },
			}),
			askedFen: Number.isSafeInteger(asked) ? Number(asked) : 0,
			words: steps.map(wordsOf),
		};
	});

function wordsOf(step: unknown): ComplaintWords {
	const { log_id, operate_time, operate_type, operate_details, images } = asObject(step) ?? {};
	return {
		log_id: String(log_id ?? ''),
		at: safeLine(String(operate_time ?? '')),
		type: safeLine(String(operate_type ?? '')),
		text: safeText(String(operate_details ?? '').slice(0, LONGEST)),
		images: Array.isArray(images) ? images.length : 0,
	};
}

const MODULE = 'wechat_complaint';

/** External ids of what is written about a complaint. `part` says what. */
export const complaintExternalId = (
	{ mchid, complaint_id }: Pick<ComplaintToRecord, 'mchid' | 'complaint_id'>,
	part: string,
): string => `${MODULE}.${[mchid, complaint_id, part].map(externalIdPart).join('_')}`;

/** What a part of a complaint is about; undefined for another external id. */
export function partOfComplaint(
	externalId: string,
): { mchid: string; complaint_id: string; part: string } | undefined {
	const [, mchid, complaint_id, part] =
		/^wechat_complaint\.(\d+)_([A-Za-z0-9]+)_(.+)$/.exec(externalId) ?? [];
	if (mchid === undefined || complaint_id === undefined || part === undefined) return undefined;
	return { mchid, complaint_id, part };
}
