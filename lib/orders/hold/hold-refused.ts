import { IntegrationError } from '../../core/errors';

/** @param why as one or more sentences */
export const holdRefused = (why: string) =>
	new IntegrationError({
		code: 'ODOO_HOLD_REFUSED',
		message: `No stock is held for this order. ${why}`.trim(),
		likelyCause: 'The order would not match the payment, or Odoo rejected it.',
		nextStep:
			'Correct what the message names: every SKU must be mapped, and the total of the lines and the taxes must be as the buyer will pay them. Then hold the stock again.',
	});
