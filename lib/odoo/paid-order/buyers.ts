import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { externalIdPart, findByExternalId } from '../external-ids';
import { loadRecords } from '../load';
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
 * they are (a person may have given them a name); the others are created together.
 *
 * @throws IntegrationError `ODOO_ACCESS_DENIED` without the right Contact Creation
 */
export async function findOrCreateBuyers(
	odoo: OdooClient,
	orders: PaidOrder[],
): Promise<Map<string, number>> {
	if (orders.length === 0) return new Map();
	const buyers = new Map(orders.map((order) => [paymentKey(order), buyerOf(order)]));
	const unique = new Map([...buyers.values()].map((buyer) => [buyer.externalId, buyer]));
	const known = await findKnown(odoo, [...unique.values()]);
	const missing = [...unique.values()].filter(({ externalId }) => !known.has(externalId));
	const created = await createBuyers(odoo, missing);
	return new Map(
		[...buyers].flatMap(([key, { externalId }]) => {
			const id = known.get(externalId) ?? created.get(externalId);
			return id === undefined ? [] : [[key, id] as const];
		}),
	);
}

async function findKnown(odoo: OdooClient, buyers: Buyer[]): Promise<Map<string, number>> {
	const rows = await searchRead(
		odoo,
		'res.partner',
		[['ref', 'in', buyers.map(({ reference }) => reference)]],
		['ref'],
		{ archived: true, order: 'id' },
	);
	const known = new Map<string, number>();
	for (const { externalId, reference } of buyers) {
		const [first, ...others] = rows.filter((row) => textOf(row.ref) === reference);
		if (!first) continue;
		// Two contacts with one reference: only the external id tells which is the buyer.
		const own = others.length > 0 ? await findByExternalId(odoo, externalId) : undefined;
		known.set(externalId, own?.id ?? first.id);
	}
	return known;
}

async function createBuyers(odoo: OdooClient, buyers: Buyer[]): Promise<Map<string, number>> {
	const { ids, refused } = await loadRecords(
		odoo,
		'res.partner',
		['id', 'name', 'ref'],
		buyers.map(({ externalId, name, reference }) => ({
			key: externalId,
			rows: [[externalId, name, reference]],
		})),
	);
	const [words] = refused.values();
	if (words === undefined) return ids;
	// Someone else may have created the same buyer a moment ago; then the next attempt finds it.
	throw new IntegrationError({
		code: 'ODOO_BUYER_REFUSED',
		message: `Odoo does not take the buyer's contact: ${words}`,
		likelyCause:
			'A field of the contact form was made mandatory, or another run made the same contact.',
		nextStep: 'In Odoo, create a contact with only a name: what is missing then is what to relax.',
		retryable: true,
	});
}
