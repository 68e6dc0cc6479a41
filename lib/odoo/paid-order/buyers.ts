import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { externalIdPart, findByExternalId } from '../external-ids';
import { CREATE_ONLY, loadRecords } from '../load';
import { asSentence } from '../odoo-error';
import { addressKey } from './recipient';
import { paymentKey, type PaidOrder } from './paid-order';
import { contactColumns, CONTACT_FIELDS, provinceIds } from './contact-rows';

/** Contacts of one order. */
export interface Recipients {
	partnerId: number;
	/** Where the goods go: the delivery address, or the buyer. */
	shippingPartnerId: number;
}

/**
 * External id of the buyer's contact. OpenIDs are unique only within one mini-program, so the app
 * id belongs to the name; a UnionID is the same in all of a merchant's apps.
 */
export function buyerExternalId(order: PaidOrder): string {
	const { openid, unionid } = order.payment.payer ?? {};
	if (unionid) return `wechat_unionid.${externalIdPart(unionid)}`;
	if (!openid) return `wechat_pay.buyer_${paymentKey(order)}`;
	return `wechat_openid.${externalIdPart(order.payment.appid)}_${externalIdPart(openid)}`;
}

const addressExternalId = (order: PaidOrder): string | undefined =>
	order.address && `${buyerExternalId(order)}_to_${addressKey(order.address)}`;

/**
 * Contacts of all buyers and their delivery addresses, by payment key, in one call. Existing ones
 * are left as they are: a person may have corrected them. A buyer that Odoo refuses has an error.
 *
 * @throws IntegrationError `ODOO_ACCESS_DENIED` without the right Contact Creation
 */
export async function findOrCreateBuyers(
	odoo: OdooClient,
	orders: PaidOrder[],
): Promise<Map<string, Recipients | IntegrationError>> {
	const provinces = await provinceIds(odoo, orders);
	const rows = new Map<string, string[]>();
	// Buyers first: an address names its buyer.
	for (const order of orders) {
		const buyer = buyerExternalId(order);
		rows.set(buyer, contactColumns(buyer, order));
	}
	for (const order of orders) {
		const address = addressExternalId(order);
		const parent = { externalId: buyerExternalId(order), provinces };
		if (address) rows.set(address, contactColumns(address, order, parent));
	}
	const contacts = await createContacts(odoo, rows);
	return new Map<string, Recipients | IntegrationError>(
		orders.map((order) => {
			const buyer = contacts.get(buyerExternalId(order)) ?? refusal('');
			const address = contacts.get(addressExternalId(order) ?? '') ?? buyer;
			if (buyer instanceof IntegrationError) return [paymentKey(order), buyer];
			// An address that Odoo refuses keeps no paid order back: the chatter tells it.
			const shippingPartnerId = address instanceof IntegrationError ? buyer : address;
			return [paymentKey(order), { partnerId: buyer, shippingPartnerId }];
		}),
	);
}

async function createContacts(
	odoo: OdooClient,
	rows: Map<string, string[]>,
): Promise<Map<string, number | IntegrationError>> {
	const { ids, refused } = await loadRecords(
		odoo,
		'res.partner',
		CONTACT_FIELDS,
		[...rows].map(([key, row]) => ({ key, rows: [row] })),
		CREATE_ONLY,
	);
	const contacts = new Map<string, number | IntegrationError>(ids);
	for (const [externalId, words] of refused) {
		// Another worker may have created the same buyer a moment ago.
		const own = await findByExternalId(odoo, externalId);
		contacts.set(externalId, own?.id ?? refusal(words));
	}
	return contacts;
}

const refusal = (words: string) =>
	new IntegrationError({
		code: 'ODOO_BUYER_REFUSED',
		message: `Odoo does not take the buyer's contact. ${words && asSentence(words)}`.trim(),
		likelyCause: 'A customization makes a field of contacts mandatory, or forbids new ones.',
		nextStep: 'In Odoo, create a contact with only a name: what is missing then is what to relax.',
	});
