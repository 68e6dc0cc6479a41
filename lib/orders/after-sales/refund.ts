import { IntegrationError } from '../../core/errors';
import { externalIdPart } from '../../odoo/external-ids';
import { readPaymentName, type PaymentName } from './find-paid-order';

/** A refund as WeChat Pay Trigger and WeChat Pay tell it, as far as Odoo needs it. Amounts are fen. */
export interface RefundToRecord extends PaymentName {
	refund_id: string;
	refund_status: 'SUCCESS' | 'ABNORMAL' | 'CLOSED';
	refund_fen: number;
	/** What the whole order cost. */
	total_fen: number;
	/** ISO 4217. */
	currency: string;
}

const STATUSES: readonly unknown[] = ['SUCCESS', 'ABNORMAL', 'CLOSED'];
const isFen = (value: unknown): value is number =>
	Number.isSafeInteger(value) && Number(value) >= 0;

/** Reads an item. @throws IntegrationError `NOT_A_REFUND`, `NOT_A_PAYMENT` */
export function readRefundItem(json: Record<string, unknown>): RefundToRecord {
	const { refund_id, refund_status, refund_fen } = json;
	const { total, currency } = (json.amount ?? {}) as { total?: unknown; currency?: unknown };
	const wrong = [
		...(typeof refund_id === 'string' && refund_id ? [] : ['refund_id']),
		...(STATUSES.includes(refund_status) ? [] : ['refund_status']),
		...(isFen(refund_fen) && refund_fen > 0 ? [] : ['refund_fen']),
		...(isFen(total) ? [] : ['amount.total']),
	];
	if (wrong.length > 0) throw notARefund(wrong);
	return {
		...readPaymentName(json),
		refund_id: String(refund_id),
		refund_status: refund_status as RefundToRecord['refund_status'],
		refund_fen: Number(refund_fen),
		total_fen: Number(total),
		currency: typeof currency === 'string' ? currency : 'CNY',
	};
}

/** External id of everything that a refund leaves in Odoo, which makes it leave it once. */
export const refundExternalId = ({ mchid, refund_id }: RefundToRecord): string =>
	`wechat_refund.${externalIdPart(mchid)}_${externalIdPart(refund_id)}`;

const notARefund = (fields: string[]) =>
	new IntegrationError({
		code: 'NOT_A_REFUND',
		message: `This item is not a refund that has ended: look at ${fields.join(', ')}.`,
		likelyCause:
			'The item does not come from the output Refund of WeChat Pay Trigger or from Query Refund, or the refund is still being processed.',
		nextStep:
			'Connect the output Refund of WeChat Pay Trigger, and let steps in between pass all fields on.',
	});
