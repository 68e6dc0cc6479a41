/**
 * Odoo's context that leaves "… created" out of the chatter of orders, deliveries and contacts. The note on
 * the payment says more, and these lines take a tenth of an order's time. Changes are logged as ever.
 */
export const WITHOUT_LOG = { mail_create_nolog: true };
