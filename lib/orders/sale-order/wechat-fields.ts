import type { OdooClient } from '../../odoo/client';
import type { PaidOrder } from '../model/paid-order';

/** Fields that set-up adds to sale orders; an order has them where they are. */
export const WECHAT_ORDER_FIELDS = ['x_wechat_out_trade_no', 'x_wechat_mchid'] as const;

type WechatField = (typeof WECHAT_ORDER_FIELDS)[number];

/** Those of them that this database has. */
export async function wechatFields(odoo: OdooClient): Promise<WechatField[]> {
	const known = await odoo.fields('sale.order');
	return WECHAT_ORDER_FIELDS.filter((field) => known.has(field));
}

export const wechatValue = (field: WechatField, { payment }: PaidOrder): string =>
	field === 'x_wechat_mchid' ? payment.mchid : payment.out_trade_no;
