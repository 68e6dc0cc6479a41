import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';
import { asObject, tryParse } from '../../../lib/core/json';
import type { PartNumber } from '../../../lib/wechat-pay/customs/customs-transport';
import type {
	BuyerIdentity,
	CustomsOffice,
	OrderPart,
} from '../../../lib/wechat-pay/customs/declaration';
import { textParameter, type Show } from './fields';

/** Where the merchant is registered. */
export const officeFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Customs',
		name: 'customs',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. GUANGZHOU_ZS',
		displayOptions: { show },
		description:
			"WeChat's code of the customs office: GUANGZHOU_ZS, HANGZHOU_ZS, NINGBO, ZHENGZHOU_BS, CHONGQING, SHANGHAI_ZS, SHENZHEN, ZHENGZHOU_ZH_ZS, TIANJIN or ZONGSHU",
	},
	{
		displayName: 'Merchant Customs Number',
		name: 'merchantCustomsNo',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show },
		description:
			'Your registration number at this customs office, as entered in the merchant platform',
	},
];

/** @throws IntegrationError `WECHAT_CUSTOMS_OFFICE_INVALID` */
export function customsOffice(context: IExecuteFunctions, index: number): CustomsOffice {
	const customs = textParameter(context, 'customs', index).toUpperCase();
	const merchant_customs_no = textParameter(context, 'merchantCustomsNo', index);
	const isNumber = /^\S{1,32}$/.test(merchant_customs_no);
	if (/^[A-Z_]{3,32}$/.test(customs) && isNumber) return { customs, merchant_customs_no };
	throw new IntegrationError({
		code: 'WECHAT_CUSTOMS_OFFICE_INVALID',
		message: isNumber
			? 'Customs is not a code of capital letters such as GUANGZHOU_ZS.'
			: 'Merchant Customs Number is empty or longer than 32 characters.',
		likelyCause: 'The name of the office, or nothing, was entered.',
		nextStep: 'Copy both from the registration in the merchant platform (自助清关).',
	});
}

export const partField = (show: Show): INodeProperties => ({
	displayName: 'Part Number',
	name: 'partNumber',
	type: 'string',
	default: '',
	displayOptions: { show },
	description:
		'Number of one part of a split order, its sub_order_no. Empty for an order that is not split.',
});

export const partNumber = (context: IExecuteFunctions, index: number): PartNumber =>
	textParameter(context, 'partNumber', index) || undefined;

/** Personal fields: masked in the editor, sent encrypted or under TLS, and part of no output. */
export const identityFields: INodeProperties[] = [
	{
		displayName: 'ID Number',
		name: 'idNumber',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: "Number of the payer's mainland ID card. It is not in the output.",
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Name on the ID card. It is not in the output.',
	},
];

/** @param fields of `identityFields` */
export const buyerIdentity = (fields: Record<string, unknown>): BuyerIdentity => ({
	certificate_id: String(fields['idNumber'] ?? ''),
	certificate_name: String(fields['name'] ?? ''),
});

/**
 * The parts of a split order, from a list or JSON text of it; empty for an order that is not split.
 *
 * @throws IntegrationError `WECHAT_CUSTOMS_PARTS_WRONG`
 */
export function orderParts(value: unknown): OrderPart[] {
	if (value === undefined || value === null || value === '') return [];
	const list = typeof value === 'string' ? tryParse(value) : value;
	if (!Array.isArray(list)) throw noList();
	return list.map((entry) => {
		const part = asObject(entry);
		if (!part) throw noList();
		const fen = (name: string) => Number(part[name] ?? 0);
		return {
			sub_order_no: String(part['sub_order_no'] ?? ''),
			product_fee: fen('product_fee'),
			transport_fee: fen('transport_fee'),
		};
	});
}

const noList = (): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_CUSTOMS_PARTS_WRONG',
		message: 'Parts is not a list of objects.',
		likelyCause: 'The expression gives text, or one part without a list around it.',
		nextStep: 'Enter [{"sub_order_no": "…", "product_fee": 100, "transport_fee": 0}, …], in fen.',
	});
