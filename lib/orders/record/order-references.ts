import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { findOrCreateBuyers } from './buyers';
import type { OrderReferences } from './order-rows';
import {
	paymentCurrency,
	paymentKey,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';
import { findPricelist } from '../sale-order/pricelist';
import { utmId } from '../sale-order/utm';
import { wechatFields } from '../sale-order/wechat-fields';

/** References of each order by payment key, or why it has none: one bad order fails alone. */
export async function orderReferences(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Map<string, OrderReferences | IntegrationError>> {
	const [buyers, fields, sourceId, ...others] = await Promise.all([
		findOrCreateBuyers(odoo, orders),
		wechatFields(odoo),
		utmId(odoo, 'utm.source', 'WeChat'),
		...orders.map(async (order) => await ofOrder(odoo, order, options)),
	]);
	return new Map<string, OrderReferences | IntegrationError>(
		orders.map((order, index) => {
			const key = paymentKey(order);
			const buyer = buyers.get(key);
			const other = others[index];
			if (buyer instanceof IntegrationError) return [key, buyer];
			if (other instanceof IntegrationError) return [key, other];
			return [
				key,
				{
					partnerId: 0,
					shippingPartnerId: 0,
					pricelistId: 0,
					...buyer,
					...other,
					sourceId,
					wechatFields: fields,
				},
			];
		}),
	);
}

/** All of it is remembered: only the first order of a connection asks. */
async function ofOrder(odoo: OdooClient, order: PaidOrder, options: RecordOptions) {
	const [pricelistId, mediumId, campaignId] = await Promise.all([
		pricelistOrReason(odoo, paymentCurrency(order), options),
		utmId(odoo, 'utm.medium', order.channel?.medium),
		utmId(odoo, 'utm.campaign', order.channel?.campaign),
	]);
	if (pricelistId instanceof IntegrationError) return pricelistId;
	return { pricelistId, mediumId, campaignId };
}

/** The order's pricelist, or why there is none for its currency. */
export async function pricelistOrReason(
	odoo: OdooClient,
	currency: string,
	{ pricelistId, companyId }: RecordOptions,
): Promise<number | IntegrationError> {
	const name = `pricelist ${currency} ${pricelistId ?? ''} ${companyId ?? ''}`;
	const find = async () => await findPricelist(odoo, currency, pricelistId, companyId);
	return await odoo.remember(name, find).catch((error: unknown) => {
		const ofThisCurrency =
			error instanceof IntegrationError && error.code.startsWith('ODOO_PRICELIST_');
		return ofThisCurrency ? error : Promise.reject(error);
	});
}
