import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { type Domain, ownCompanyContact, ownCompanyId, searchRead } from '../../odoo/records';
import { paymentKey } from '../model/order-keys';
import { paymentCurrency, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { teamId, utmId, wechatFields } from '../sale-order/order-fields';
import { findOrCreateBuyers, type Recipients } from './buyers';
import type { OrderReferences } from './order-rows';

/**
 * Finds or creates what orders refer to, by payment key. An order without its own buyer or without a
 * pricelist in its currency has an `obstacle`: it can only be a draft, for the company's own contact or in
 * the currency that Odoo chooses.
 */
export async function orderReferences(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Map<string, OrderReferences>> {
	const [buyers, fields, ...others] = await Promise.all([
		findOrCreateBuyers(odoo, orders, options),
		wechatFields(odoo),
		...orders.map(async (order) => await cachedReferences(odoo, order, options)),
	]);
	const references = new Map<string, OrderReferences>();
	for (const [index, order] of orders.entries()) {
		const buyer = buyers.get(paymentKey(order));
		const { pricelist, ...other } = others[index] ?? {};
		const rejected = buyer instanceof IntegrationError ? buyer : undefined;
		const obstacle = rejected ?? (pricelist instanceof IntegrationError ? pricelist : undefined);
		references.set(paymentKey(order), {
			...(buyer && !(buyer instanceof IntegrationError) ? buyer : await standIn(odoo)),
			...(typeof pricelist === 'number' && { pricelistId: pricelist }),
			...(obstacle && { obstacle }),
			...{ ...other, wechatFields: fields },
		});
	}
	return references;
}

/** Holds the place of a buyer whose contact Odoo rejects: an order needs one. */
async function standIn(odoo: OdooClient): Promise<Recipients> {
	const contact = await ownCompanyContact(odoo);
	return { partnerId: contact, shippingPartnerId: contact };
}

/** An order and what it refers to. */
export interface ReferringOrder {
	order: PaidOrder;
	references: OrderReferences;
}

/**
 * Of these orders, those whose buyer's contact a person has moved to another company, with a contact for the
 * company of the order.
 */
export async function withOwnContacts(
	odoo: OdooClient,
	orders: ReferringOrder[],
	options: RecordOptions,
): Promise<ReferringOrder[]> {
	if (orders.length === 0) return [];
	const company = options.companyId ?? (await ownCompanyId(odoo)) ?? 0;
	const domain: Domain = [
		['id', 'in', orders.map(({ references: { partnerId } }) => partnerId)],
		['company_id', 'in', [company, false]],
	];
	const rows = await searchRead(odoo, 'res.partner', domain, ['id'], { archived: true });
	const usable = new Set(rows.map(({ id }) => id));
	const moved = orders.filter(({ references: { partnerId } }) => !usable.has(partnerId));
	if (moved.length === 0) return [];
	const paid = moved.map(({ order }) => order);
	const buyers = await findOrCreateBuyers(odoo, paid, options, `_company_${company}`);
	return moved.flatMap(({ order, references }) => {
		const buyer = buyers.get(paymentKey(order));
		if (!buyer || buyer instanceof IntegrationError) return [];
		return [{ order, references: { ...references, ...buyer } }];
	});
}

/** These are cached: only the first order of a connection reads them. */
async function cachedReferences(odoo: OdooClient, order: PaidOrder, options: RecordOptions) {
	const { source = 'WeChat', medium, campaign, team } = order.channel ?? {};
	const [pricelist, sourceId, mediumId, campaignId, ofTeam] = await Promise.all([
		findPricelist(odoo, paymentCurrency(order), options),
		utmId(odoo, 'utm.source', source),
		utmId(odoo, 'utm.medium', medium),
		utmId(odoo, 'utm.campaign', campaign),
		teamId(odoo, team, options),
	]);
	return { pricelist, sourceId, mediumId, campaignId, teamId: ofTeam };
}

/**
 * The pricelist for a currency: the selected one, or the only active one. An order has the currency of
 * its pricelist, so the wrong one would turn yuan into dollars. With a company, only pricelists of that
 * company and of all companies are used.
 *
 * @returns its database id, or an error: `ODOO_PRICELIST_MISSING`, `…_AMBIGUOUS`, `…_CURRENCY`
 */
export async function findPricelist(
	odoo: OdooClient,
	currency: string,
	{ pricelistId: selected, companyId }: RecordOptions,
): Promise<number | IntegrationError> {
	const name = `pricelist ${currency} ${selected ?? ''} ${companyId ?? ''}`;
	const find = async (): Promise<number> => {
		const domain: Domain = [['currency_id.name', '=', currency]];
		if (selected !== undefined) domain.push(['id', '=', selected]);
		if (companyId !== undefined) domain.push(['company_id', 'in', [companyId, false]]);
		const found = await searchRead(odoo, 'product.pricelist', domain, ['name'], { order: 'id' });
		const [only, ...others] = found;
		if (only && others.length === 0) return only.id;
		throw only ? ambiguous(currency) : selected ? wrongCurrency(currency) : missing(currency);
	};
	return await odoo.remember(name, find).catch((error: unknown) => {
		const ofThisCurrency =
			error instanceof IntegrationError && error.code.startsWith('ODOO_PRICELIST_');
		return ofThisCurrency ? error : Promise.reject(error);
	});
}

const missing = (currency: string) =>
	new IntegrationError({
		code: 'ODOO_PRICELIST_MISSING',
		message: `Odoo has no active pricelist in ${currency} that the user may see.`,
		likelyCause: `The currency ${currency} is not active, pricelists are turned off, or none is in ${currency}.`,
		nextStep: `In Odoo: Invoicing (Accounting) → Configuration → Currencies: activate ${currency}; Sales → Configuration → Settings: turn on Pricelists; Sales → Products → Pricelists: create one in ${currency}.`,
	});

const ambiguous = (currency: string) =>
	new IntegrationError({
		code: 'ODOO_PRICELIST_AMBIGUOUS',
		message: `Odoo has several active pricelists in ${currency}.`,
		likelyCause: 'Any of them could be meant, and none is guessed.',
		nextStep: 'Select one under Pricelist in the node, or archive the others.',
	});

const wrongCurrency = (currency: string) =>
	new IntegrationError({
		code: 'ODOO_PRICELIST_CURRENCY',
		message: `The pricelist selected in the node is not an active one in ${currency}.`,
		likelyCause: `The payment was made in ${currency}, and an order has the currency of its pricelist.`,
		nextStep: `Select a pricelist in ${currency} in the node, or leave the field empty.`,
	});
