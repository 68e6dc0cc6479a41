import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { externalIdPart, findByExternalId } from '../../odoo/external-ids';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { asSentence } from '../../odoo/odoo-error';
import { addressKey } from '../model/recipient';
import { paymentKey, type PaidOrder } from '../model/paid-order';
import { contactColumns, CONTACT_FIELDS, provinceIds } from './contact-rows';
import { WITHOUT_LOG } from '../sale-order/load-context';

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
 * Contacts of all buyers, in one call, and their delivery addresses, by payment key. Existing ones
 * are left as they are: a person may have corrected them. A buyer that Odoo refuses has an error.
 *
 * @throws IntegrationError `ODOO_ACCESS_DENIED` without the right Contact: Creation
 */
export async function findOrCreateBuyers(
	odoo: OdooClient,
	orders: PaidOrder[],
): Promise<Map<string, Recipients | IntegrationError>> {
	const rows = orders.map((order) => {
		const buyer = buyerExternalId(order);
		return [buyer, contactColumns(buyer, order)] as const;
	});
	const buyers = await createContacts(odoo, new Map(rows));
	const addresses = await createAddresses(odoo, orders, buyers);
	return new Map<string, Recipients | IntegrationError>(
		orders.map((order) => {
			const buyer = buyers.get(buyerExternalId(order)) ?? refusal('');
			if (buyer instanceof IntegrationError) return [paymentKey(order), buyer];
			const address = addresses.get(addressExternalId(order) ?? '');
			// An address that Odoo refuses keeps no paid order back: the chatter tells it.
			const shippingPartnerId = typeof address === 'number' ? address : buyer;
			return [paymentKey(order), { partnerId: buyer, shippingPartnerId }];
		}),
	);
}

/**
 * One call for each address. Its buyer is given as a default: for one in the row, Odoo's import
 * reads the credit limit of the buyer, which takes the rights of an accountant.
 */
async function createAddresses(
	odoo: OdooClient,
	orders: PaidOrder[],
	buyers: Map<string, number | IntegrationError>,
): Promise<Map<string, number | IntegrationError>> {
	const provinces = await provinceIds(odoo, orders);
	const addresses = new Map<string, number | IntegrationError>();
	for (const order of orders) {
		const address = addressExternalId(order);
		const buyer = buyers.get(buyerExternalId(order));
		if (!address || addresses.has(address) || typeof buyer !== 'number') continue;
		const row = new Map([[address, contactColumns(address, order, provinces)]]);
		const created = await createContacts(odoo, row, { default_parent_id: buyer });
		for (const [externalId, one] of created) addresses.set(externalId, one);
	}
	return addresses;
}

async function createContacts(
	odoo: OdooClient,
	rows: Map<string, string[]>,
	context: Record<string, unknown> = {},
): Promise<Map<string, number | IntegrationError>> {
	const { ids, refused } = await loadRecords(
		odoo,
		'res.partner',
		CONTACT_FIELDS,
		[...rows].map(([key, row]) => ({ key, rows: [row] })),
		{ ...CREATE_ONLY, ...WITHOUT_LOG, ...context },
	);
	const contacts = new Map<string, number | IntegrationError>(ids);
	for (const [externalId, words] of refused) {
		// Another worker may have created the same one a moment ago.
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
