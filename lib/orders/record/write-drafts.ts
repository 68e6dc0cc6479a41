import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { asSentence } from '../../odoo/odoo-error';
import { ownCompanyContact } from '../../odoo/own-company';
import { paymentKey } from '../model/order-keys';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { loadOrders } from './load-orders';
import { rejectedFields } from './obstacles';
import { noteRows, type OrderReferences } from './order-rows';

/** A draft with notes. `obstacle`: why it lacks the options of the node or its buyer. */
export type WrittenDraft =
	| { id: number; adopted: boolean; obstacle?: string }
	| { error: IntegrationError };

/** What a draft is written with. */
export interface DraftToWrite {
	order: PaidOrder;
	references: OrderReferences;
}

/**
 * Writes drafts with notes: the payment was made, whatever Odoo thinks of it. One that Odoo rejects is
 * written without the options of the node, and at last for the contact of the company.
 *
 * @returns by payment key
 */
export async function writeDrafts(
	odoo: OdooClient,
	options: RecordOptions,
	drafts: DraftToWrite[],
): Promise<Map<string, WrittenDraft>> {
	const written = new Map<string, WrittenDraft>();
	const first = new Map<string, string>();
	let left = drafts;
	for (const simplify of [unchanged, withoutOptions, withoutBuyer]) {
		if (left.length === 0) break;
		const chosen = simplify === unchanged ? options : NO_OPTIONS;
		const toLoad = [];
		for (const { order, references } of left) {
			const simple = await simplify(references, odoo);
			toLoad.push({ order, rows: noteRows(order, simple, chosen) });
		}
		for (const [key, one] of await loadOrders(odoo, chosen, toLoad)) {
			const message = first.get(key);
			if (typeof one === 'string') {
				first.set(key, message ?? one);
				written.set(key, { error: notWritten(one) });
			} else if (message === undefined) written.set(key, one);
			else written.set(key, { ...one, obstacle: rejectedFields(message) });
		}
		left = left.filter(({ order }) => 'error' in (written.get(paymentKey(order)) ?? {}));
	}
	return written;
}

const NO_OPTIONS: RecordOptions = { taxes: 'none' };

const unchanged = async (references: OrderReferences) => await Promise.resolve(references);

const withoutOptions = async ({ partnerId, shippingPartnerId, wechatFields }: OrderReferences) =>
	await Promise.resolve({ partnerId, shippingPartnerId, ...(wechatFields && { wechatFields }) });

async function withoutBuyer(_: OrderReferences, odoo: OdooClient): Promise<OrderReferences> {
	const contact = await ownCompanyContact(odoo);
	return { partnerId: contact, shippingPartnerId: contact };
}

const notWritten = (message: string) =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message:
			`Odoo rejected both the order and a draft of it. ${message && asSentence(message)}`.trim(),
		likelyCause: 'A customization makes a field of sale orders mandatory, or forbids new orders.',
		nextStep:
			'In Odoo as the user of the credential, create a quotation by hand. Odoo asks for the missing fields.',
	});
