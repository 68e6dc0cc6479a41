import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { asSentence } from '../../odoo/odoo-error';
import { ownCompanyContact } from '../../odoo/records';
import { paymentKey } from '../model/order-keys';
import { isOrderable, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { clearedTaxField, newOrderContext } from '../sale-order/order-fields';
import { loadOrders, type OrderToLoad, productProblems } from './load-orders';
import { noteRows, productRows, type OrderReferences } from './order-rows';
import type { ReferringOrder } from './order-references';
import { obstacleText, rejectedFields, rejectedLines } from './payment-notes';

/** Of orders, those whose contact cannot be used, with another one. */
export type WithOwnContacts = (
	odoo: OdooClient,
	orders: ReferringOrder[],
	options: RecordOptions,
) => Promise<ReferringOrder[]>;

/** Result for an order to write. `obstacle`: why it only has notes, and what to do. */
export type WrittenOrder =
	| { id: number; adopted: boolean; obstacle?: string }
	| { error: IntegrationError };

/**
 * Creates the sale orders of payments that have none: one `load` for all orders with the same columns,
 * with their lines and the note on the payment. An order whose products, buyer or currency Odoo rejects is
 * written as a draft with notes, because it was paid.
 *
 * @param references by payment key
 * @param withOwnContacts absent: an order with products that Odoo rejects is not tried again
 * @returns by payment key
 */
export async function writeOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	references: Map<string, OrderReferences>,
	options: RecordOptions,
	withOwnContacts: WithOwnContacts = async () => await Promise.resolve([]),
): Promise<Map<string, WrittenOrder>> {
	const taxField = await clearedTaxField(odoo, options);
	const products: OrderToLoad[] = [];
	const all: ReferringOrder[] = [];
	for (const order of orders) {
		const found = references.get(paymentKey(order));
		if (!found) continue;
		all.push({ order, references: found });
		if (!isOrderable(order) || found.obstacle) continue;
		products.push({ order, rows: productRows(order, found, options, taxField) });
	}
	const load = async (some: OrderToLoad[]) =>
		await loadOrders(odoo, newOrderContext(options), some);
	const loaded = await load(products);
	const isRejected = ({ order }: { order: PaidOrder }) =>
		typeof loaded.get(paymentKey(order)) === 'string';
	const moved = await withOwnContacts(odoo, all.filter(isRejected), options);
	const again = moved.map(({ order, references: changed }) => {
		return { order, rows: productRows(order, changed, options, taxField) };
	});
	for (const [key, one] of await load(again)) loaded.set(key, one);
	const drafts = all.filter(({ order }) => typeof loaded.get(paymentKey(order)) !== 'object');
	const written = new Map<string, WrittenOrder>(await writeDrafts(odoo, options, drafts));
	for (const [key, one] of loaded) if (typeof one === 'object') written.set(key, one);
	for (const { order, references: found } of drafts) {
		const draft = written.get(paymentKey(order));
		if (!draft || 'error' in draft) continue;
		const why = loaded.get(paymentKey(order));
		if (typeof why === 'string') {
			draft.obstacle = rejectedLines(`${await productProblems(odoo, order, options)} ${why}`);
		} else if (found.obstacle) draft.obstacle = obstacleText(found.obstacle);
	}
	return written;
}

/**
 * Writes drafts with notes: the payment was made, whatever Odoo thinks of it. One that Odoo rejects is
 * written without the options of the node, and at last for the contact of the company.
 *
 * @returns by payment key
 */
async function writeDrafts(
	odoo: OdooClient,
	options: RecordOptions,
	drafts: ReferringOrder[],
): Promise<Map<string, WrittenOrder>> {
	const written = new Map<string, WrittenOrder>();
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
		for (const [key, one] of await loadOrders(odoo, newOrderContext(chosen), toLoad)) {
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
