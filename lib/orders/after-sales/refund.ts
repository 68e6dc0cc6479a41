import type { JsonObject } from '../../core/json';
import { readItem, type ItemKind } from '../../core/read-item';
import { merchantKey, type PaymentName } from '../model/order-keys';
import { paymentName } from './find-paid-order';
import { externalIdPart } from '../../odoo/records';

/** A refund of WeChat Pay Trigger or WeChat Pay, as far as Odoo needs it. Amounts are in fen. */
export interface RefundToRecord extends PaymentName {
	refund_id: string;
	/** The merchant's own number of the refund; WeChat's console makes one where the merchant did not. */
	out_refund_no?: string;
	refund_status: (typeof STATUSES)[number];
	refund_fen: number;
	/** Total of the order; acquirers do not tell it. */
	total_fen?: number;
	/** ISO 4217. */
	currency: string;
	/** Whether an acquirer's event says that the buyer paid by WeChat Pay. */
	isWechat?: true;
	/** When an acquirer's event was made, ISO 8601. */
	announced?: string;
}

const STATUSES = ['SUCCESS', 'ABNORMAL', 'CLOSED'] as const;

const REFUND: ItemKind = {
	code: 'NOT_A_REFUND',
	name: 'a finished refund',
	likelyCause:
		'It does not come from the Refund output of WeChat Pay Trigger or from Query Refund, or the refund is still being processed.',
	nextStep:
		'Connect the Refund output of WeChat Pay Trigger, and keep all fields in the nodes in between.',
};

/** Reads an item. @throws IntegrationError `NOT_A_REFUND` */
export const readRefundItem = (item: JsonObject): RefundToRecord =>
	readItem(item, REFUND, (fields) => {
		const currency = fields.value('amount.currency');
		const isFromAcquirer = Boolean(fields.value('acquirer'));
		const hasTotal = fields.value('amount.total') !== undefined || !isFromAcquirer;
		const isWechat = /^wechat_?pay$/.test(fields.optionalText('acquirer.method'));
		const announced = isFromAcquirer ? fields.optionalText('notification.create_time') : '';
		const out_refund_no = fields.optionalText('out_refund_no');
		return {
			...paymentName(fields),
			...(out_refund_no && { out_refund_no }),
			refund_id: fields.text('refund_id'),
			refund_status: fields.parsed('refund_status', statusOf, 'SUCCESS'),
			refund_fen: fields.whole('refund_fen', 1),
			...(hasTotal && { total_fen: fields.whole('amount.total') }),
			currency: typeof currency === 'string' ? currency : 'CNY',
			...(isWechat && { isWechat }),
			...(announced && { announced }),
		};
	});

const statusOf = (value: unknown) => STATUSES.find((status) => status === value);

/** External id of everything that a refund creates in Odoo, so that it is created once. */
export const refundExternalId = (
	refund: Pick<RefundToRecord, 'mchid' | 'sub_mchid' | 'shop_appid' | 'refund_id'>,
): string => `wechat_refund.${merchantKey(refund)}_${externalIdPart(refund.refund_id)}`;
