import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { externalIdPart, findByExternalId } from '../external-ids';
import { loadRecords } from '../load';
import { asSentence } from '../odoo-error';
import { searchRead, textOf } from '../records';
import { paymentKey, type PaidOrder } from './paid-order';

interface Buyer {
	externalId: string;
	/** Kept in the contact's Reference field: the OpenID, or the payment where WeChat sends none. */
	reference: string;
	name: string;
}

/** OpenIDs are unique only within one mini-program, so the app id belongs to the name. */
function buyerOf(order: PaidOrder): Buyer {
	const openid = order.payment.payer?.openid;
	if (!openid) {
		const key = paymentKey(order);
		return { externalId: `wechat_pay.buyer_${key}`, reference: key, name: 'WeChat buyer' };
	}
	const name = `${externalIdPart(order.payment.appid)}_${externalIdPart(openid)}`;
	return {
		externalId: `wechat_openid.${name}`,
		reference: openid,
		name: `WeChat buyer …${openid.slice(-4)}`,
	};
}

/**
 * Contacts of all buyers, by payment key. Existing ones are found by their reference and left as
 * they are (a person may have given them a name); the others are created together. A buyer that
 * Odoo refuses has an error in place of a contact.
 *
 * @throws IntegrationError `ODOO_ACCESS_DENIED` without the right Contact Creation
 */
export async function findOrCreateBuyers(
	odoo: OdooClient,
	orders: PaidOrder[],
): Promise<Map<string, number | IntegrationError>> {
	const buyers = new Map(orders.map((order) => [paymentKey(order), buyerOf(order)]));
	const unique = new Map([...buyers.values()].map((buyer) => [buyer.externalId, buyer]));
	const contacts = await findKnown(odoo, [...unique.values()]);
	const missing = [...unique.values()].filter(({ externalId }) => !contacts.has(externalId));
	for (const [externalId, contact] of await createBuyers(odoo, missing)) {
		contacts.set(externalId, contact);
	}
	return new Map(
		[...buyers].map(([key, { externalId }]) => [key, contacts.get(externalId) ?? refusal('')]),
	);
}

async function findKnown(
	odoo: OdooClient,
	buyers: Buyer[],
): Promise<Map<string, number | IntegrationError>> {
	const rows = await searchRead(
		odoo,
		'res.partner',
		[['ref', 'in', buyers.map(({ reference }) => reference)]],
		['ref'],
		{ archived: true, order: 'id' },
	);
	const known = new Map<string, number | IntegrationError>();
	for (const { externalId, reference } of buyers) {
		const [first, ...others] = rows.filter((row) => textOf(row.ref) === reference);
		if (!first) continue;
		// Two contacts with one reference: only the external id tells which is the buyer.
		const own = others.length > 0 ? await findByExternalId(odoo, externalId) : undefined;
		known.set(externalId, own?.id ?? first.id);
	}
	return known;
}

async function createBuyers(
	odoo: OdooClient,
	buyers: Buyer[],
): Promise<Map<string, number | IntegrationError>> {
	const { ids, refused } = await loadRecords(
		odoo,
		'res.partner',
		['id', 'name', 'ref'],
		buyers.map(({ externalId, name, reference }) => ({
			key: externalId,
			rows: [[externalId, name, reference]],
		})),
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
