import { IntegrationError } from '../../core/errors';

/** @param words why, as one or more sentences */
export const holdRefused = (words: string) =>
	new IntegrationError({
		code: 'ODOO_HOLD_REFUSED',
		message: `No stock is held for this order. ${words}`,
		likelyCause: 'The order would not match the payment, or Odoo rejected it.',
		nextStep:
			'Correct what the message names: every SKU mapped, the total of the lines as the buyer will pay it, taxes as chosen in the node. Then hold the stock again.',
	});
