import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { findOrCreateBuyers } from './buyers';
import type { OrderReferences } from './order-rows';
import { paymentCurrency, paymentKey, type PaidOrder, type RecordOptions } from './paid-order';
import { findPricelist } from './pricelist';
import { wechatSource } from './utm-source';

/** References of each order by payment key, or why it has none: one bad order fails alone. */
export async function orderReferences(
	odoo: OdooClient,
	orders: PaidOrder[],
	{ pricelistId }: RecordOptions,
): Promise<Map<string, OrderReferences | IntegrationError>> {
	const currencies = [...new Set(orders.map(paymentCurrency))];
	const [buyers, sourceId, ...pricelists] = await Promise.all([
		findOrCreateBuyers(odoo, orders),
		wechatSource(odoo),
		...currencies.map(async (currency) => await pricelistOrReason(odoo, currency, pricelistId)),
	]);
	return new Map<string, OrderReferences | IntegrationError>(
		orders.map((order) => {
			const key = paymentKey(order);
			const partner = buyers.get(key);
			const pricelist = pricelists[currencies.indexOf(paymentCurrency(order))];
			if (partner instanceof IntegrationError) return [key, partner];
			if (pricelist instanceof IntegrationError) return [key, pricelist];
			return [key, { partnerId: partner ?? 0, pricelistId: pricelist ?? 0, sourceId }];
		}),
	);
}

async function pricelistOrReason(
	odoo: OdooClient,
	currency: string,
	chosen?: number,
): Promise<number | IntegrationError> {
	return await findPricelist(odoo, currency, chosen).catch((error: unknown) => {
		const ofThisCurrency =
			error instanceof IntegrationError && error.code.startsWith('ODOO_PRICELIST_');
		return ofThisCurrency ? error : Promise.reject(error);
	});
}
