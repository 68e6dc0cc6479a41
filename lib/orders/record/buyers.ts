import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { asSentence } from '../../odoo/odoo-error';
import { paymentKey } from '../model/order-keys';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { addressKey } from '../model/recipient';
import { addressRow, buyerRow, CONTACT_FIELDS } from './contact-rows';
import { externalIdPart, WITHOUT_LOG } from '../../odoo/records';

/** Contacts of one order. */
export interface Recipients {
	partnerId: number;
	/** The delivery address, or the buyer if there is none. */
	shippingPartnerId: number;
}

/** Database ids of contacts, or why Odoo rejected them, by external id. */
type Contacts = Map<string, number | IntegrationError>;

/**
 * External id of the buyer's contact. An OpenID is unique within one mini program, so the app id is
 * part of the external id. A UnionID is the same in all apps of a merchant.
 */
export function buyerExternalId(order: PaidOrder): string {
	const { openid, unionid } = order.payment.payer ?? {};
	if (unionid) return `wechat_unionid.${externalIdPart(unionid)}`;
	if (!openid) return `wechat_pay.buyer_${paymentKey(order)}`;
	return `wechat_openid.${externalIdPart(order.payment.appid)}_${externalIdPart(openid)}`;
}

/**
 * Finds or creates the contacts of all buyers, in one call, and their delivery addresses. Existing
 * contacts are left as they are, because a person may have corrected them.
 *
 * @param suffix of the external ids, for contacts beside those that cannot be used
 * @returns by payment key; an error for a buyer that Odoo rejects
 * @throws IntegrationError `ODOO_ACCESS_DENIED` without the right Contact: Creation
 */
export async function findOrCreateBuyers(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: Pick<RecordOptions, 'defaultCountryId'> = {},
	suffix = '',
): Promise<Map<string, Recipients | IntegrationError>> {
	const named = orders.map((order) => ({ order, buyerId: buyerExternalId(order) + suffix }));
	const rows = new Map<string, string[]>();
	for (const { order, buyerId } of named) {
		rows.set(buyerId, await buyerRow(odoo, order, paymentKey(order), options));
	}
	const buyers = await createContacts(odoo, rows);
	const addresses = await createAddresses(odoo, named, buyers, options);
	return new Map<string, Recipients | IntegrationError>(
		named.map((one) => {
			const key = paymentKey(one.order);
			const buyer = buyers.get(one.buyerId) ?? rejection('');
			if (buyer instanceof IntegrationError) return [key, buyer];
			// A rejected address does not block a paid order: the note in its chatter has it.
			const address = addresses.get(addressExternalId(one) ?? '');
			const shippingPartnerId = typeof address === 'number' ? address : buyer;
			return [key, { partnerId: buyer, shippingPartnerId }];
		}),
	);
}

/** An order and the external id of its buyer's contact. */
interface NamedOrder {
	order: PaidOrder;
	buyerId: string;
}

const addressExternalId = ({ order, buyerId }: NamedOrder): string | undefined =>
	order.address && `${buyerId}_to_${addressKey(order.address)}`;

/**
 * Creates each address in a call of its buyer's default. If the buyer were a column, Odoo's import would
 * read the buyer's credit limit, which needs the rights of an accountant.
 */
async function createAddresses(
	odoo: OdooClient,
	orders: NamedOrder[],
	buyers: Contacts,
	options: Pick<RecordOptions, 'defaultCountryId'>,
): Promise<Contacts> {
	const addresses: Contacts = new Map();
	for (const one of orders) {
		const externalId = addressExternalId(one);
		const buyer = buyers.get(one.buyerId);
		if (!externalId || addresses.has(externalId) || typeof buyer !== 'number') continue;
		const row = new Map([[externalId, await addressRow(odoo, one.order, options)]]);
		const created = await createContacts(odoo, row, { default_parent_id: buyer });
		for (const [id, contact] of created) addresses.set(id, contact);
	}
	return addresses;
}

async function createContacts(
	odoo: OdooClient,
	rows: Map<string, string[]>,
	defaults: Record<string, unknown> = {},
): Promise<Contacts> {
	const records = [...rows].map(([externalId, row]) => ({
		key: externalId,
		rows: [[externalId, ...row]],
	}));
	const context = { ...CREATE_ONLY, ...WITHOUT_LOG, ...defaults };
	const { ids, rejected } = await loadRecords(
		odoo,
		'res.partner',
		CONTACT_FIELDS,
		records,
		context,
	);
	const contacts: Contacts = new Map(ids);
	for (const [externalId, message] of rejected) {
		// Another worker may have created the same contact at the same moment.
		const own = await findByExternalId(odoo, externalId);
		contacts.set(externalId, own?.id ?? rejection(message));
	}
	return contacts;
}

const rejection = (message: string) =>
	new IntegrationError({
		code: 'ODOO_BUYER_REFUSED',
		message: `Odoo rejected the buyer's contact. ${message && asSentence(message)}`.trim(),
		likelyCause: 'A customization makes a field of contacts mandatory, or forbids new contacts.',
		nextStep: 'In Odoo, create a contact with only a name. Relax the fields that Odoo asks for.',
	});
