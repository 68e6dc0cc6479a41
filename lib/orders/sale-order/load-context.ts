import { CREATE_ONLY } from '../../odoo/load';
import type { RecordOptions } from '../model/paid-order';

/**
 * Odoo's context that leaves "… created" out of the chatter of orders, deliveries and contacts. The note on
 * the payment says more, and these lines take a tenth of an order's time. Changes are logged as ever.
 */
export const WITHOUT_LOG = { mail_create_nolog: true };

/** Context of a `load` of new sale orders. */
export const newOrderContext = ({ companyId }: Pick<RecordOptions, 'companyId'>) => ({
	...CREATE_ONLY,
	...WITHOUT_LOG,
	...(companyId && { allowed_company_ids: [companyId] }),
});
