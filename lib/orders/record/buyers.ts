import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { externalIdPart, findByExternalId } from '../../odoo/external-ids';
import { CREATE_ONLY, loadRecords, WITHOUT_LOG } from '../../odoo/load';
import { asSentence } from '../../odoo/odoo-error';
import { searchRead, textOf } from '../../odoo/records';
import { paymentKey } from '../model/order-keys';
import type { PaidOrder } from '../model/paid-order';
import { addressKey, addressText } from '../model/recipient';

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
 * @returns by payment key; an error for a buyer that Odoo rejects
 * @throws IntegrationError `ODOO_ACCESS_DENIED` without the right Contact: Creation
 */
export async function findOrCreateBuyers(
	odoo: OdooClient,
	orders: PaidOrder[],
): Promise<Map<string, Recipients | IntegrationError>> {
	const rows = orders.map((order) => [buyerExternalId(order), buyerRow(order)] as const);
	const buyers = await createContacts(odoo, new Map(rows));
	const addresses = await createAddresses(odoo, orders, buyers);
	return new Map<string, Recipients | IntegrationError>(
		orders.map((order) => {
			const buyer = buyers.get(buyerExternalId(order)) ?? rejection('');
			if (buyer instanceof IntegrationError) return [paymentKey(order), buyer];
			// A rejected address does not block a paid order: the note in its chatter has it.
			const address = addresses.get(addressExternalId(order) ?? '');
			const shippingPartnerId = typeof address === 'number' ? address : buyer;
			return [paymentKey(order), { partnerId: buyer, shippingPartnerId }];
		}),
	);
}

const addressExternalId = (order: PaidOrder): string | undefined =>
	order.address && `${buyerExternalId(order)}_to_${addressKey(order.address)}`;

/**
 * Creates each address in a call of its buyer's default. If the buyer were a column, Odoo's import would
 * read the buyer's credit limit, which needs the rights of an accountant.
 */
async function createAddresses(
	odoo: OdooClient,
	orders: PaidOrder[],
	buyers: Contacts,
): Promise<Contacts> {
	const addresses: Contacts = new Map();
	for (const order of orders) {
		const externalId = addressExternalId(order);
		const buyer = buyers.get(buyerExternalId(order));
		if (!externalId || addresses.has(externalId) || typeof buyer !== 'number') continue;
		const row = new Map([[externalId, await addressRow(odoo, order)]]);
		const created = await createContacts(odoo, row, { default_parent_id: buyer });
		for (const [id, contact] of created) addresses.set(id, contact);
	}
	return addresses;
}

const COLUMNS = ['name', 'ref', 'phone', 'type', 'country_id/id', 'state_id/.id', 'city', 'street'];
const FIELDS = ['id', ...COLUMNS, 'street2', 'comment'];

const unnamed = ({ payment: { payer } }: PaidOrder): string =>
	payer?.openid ? `WeChat buyer …${payer.openid.slice(-4)}` : 'WeChat buyer';

function buyerRow(order: PaidOrder): string[] {
	const { contact, payment } = order;
	const reference = payment.payer?.openid ?? paymentKey(order);
	const columns = [contact?.name ?? unnamed(order), reference, contact?.phone ?? '', 'contact'];
	return [...columns, '', '', '', '', '', ''];
}

async function addressRow(odoo: OdooClient, order: PaidOrder): Promise<string[]> {
	const { contact, address = {} } = order;
	const { name, phone, province, city, district, street, text } = address;
	return [
		name ?? contact?.name ?? unnamed(order),
		'',
		phone ?? contact?.phone ?? '',
		'delivery',
		province ? 'base.cn' : '',
		province ? await provinceId(odoo, province) : '',
		city ?? '',
		street ?? text ?? '',
		district ?? '',
		addressText(address),
	];
}

/** Database id of a Chinese province in Odoo as text; empty if it is not found. */
async function provinceId(odoo: OdooClient, name: string): Promise<string> {
	const provinces = await odoo.remember(
		'provinces of China',
		async () =>
			await searchRead(odoo, 'res.country.state', [['country_id.code', '=', 'CN']], ['name']),
	);
	// The first two characters identify a province: 广东, 广东省; 内蒙古, 内蒙古自治区.
	const found = provinces.find((row) => textOf(row.name).slice(0, 2) === name.slice(0, 2));
	return found ? String(found.id) : '';
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
	const { ids, rejected } = await loadRecords(odoo, 'res.partner', FIELDS, records, context);
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
