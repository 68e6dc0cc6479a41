import type { OdooClient } from '../odoo/client';
import { externalIdsOf } from '../odoo/external-ids';
import { searchRead, textOf } from '../odoo/records';
import { isOwnExternalId } from '../orders/model/order-keys';
import { readPaymentNote, type NotedPayment } from '../orders/record/read-payment-note';

/** The payment of a recorded order, as noted in its chatter; undefined if a person removed the note. */
export async function readPaymentOfOrder(
	odoo: OdooClient,
	orderId: number,
): Promise<NotedPayment | undefined> {
	const rows = await searchRead(
		odoo,
		'mail.message',
		[
			['model', '=', 'sale.order'],
			['res_id', '=', orderId],
			['body', 'ilike', 'WeChat Pay payment '],
		],
		['body'],
		{ order: 'id' },
	);
	const ids = rows.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'mail.message', ids);
	for (const { id, body } of rows) {
		const own = named.get(id)?.some((one) => isOwnExternalId(one) && one.endsWith('_payment'));
		const payment = own ? readPaymentNote(textOf(body)) : undefined;
		if (payment) return payment;
	}
	return undefined;
}
