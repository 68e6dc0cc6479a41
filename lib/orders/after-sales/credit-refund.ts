import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import type { OrderState } from '../sale-order/order-state';
import { closeCreditNote } from './close-credit-note';
import { createCreditNote, type CreditNote } from './credit-note';
import type { RefundToRecord } from './refund';

/**
 * The credit note of a successful refund: the one in Odoo that asked for it or waits for it, else a new draft if wanted.
 * If Odoo rejects it, the refund is recorded all the same.
 *
 * @returns the credit note, or why there is none: a person is asked to act
 */
export async function creditRefund(
	odoo: OdooClient,
	refund: RefundToRecord,
	order: OrderState,
	{ creditNote }: { creditNote: boolean },
): Promise<CreditNote | string | undefined> {
	try {
		const closed = await closeCreditNote(odoo, refund, order);
		return closed ?? (creditNote ? await createCreditNote(odoo, refund, order) : undefined);
	} catch (error) {
		const lasting = ['ODOO_CREDIT_NOTE_REFUSED', 'ODOO_ACCESS_DENIED'];
		if (!(error instanceof IntegrationError) || !lasting.includes(error.code)) throw error;
		// Without rights in accounting, refunds are recorded without credit notes.
		if (!creditNote) return undefined;
		return `A refund was made, but no credit note was created. ${error.message} ${error.nextStep}`;
	}
}
