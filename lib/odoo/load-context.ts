/**
 * Context without the "… created" messages in the chatter of orders, deliveries and contacts: they take
 * a tenth of the time of an order, and its note on the payment says more. Changes are still logged.
 */
export const WITHOUT_LOG = { mail_create_nolog: true };

/** The same without any entry about changes of these records, and without new followers. */
export const WITHOUT_CHANGE_LOG = {
	...WITHOUT_LOG,
	tracking_disable: true,
	mail_notrack: true,
	mail_create_nosubscribe: true,
};

/** Context that selects a company; empty without an id. */
export const inCompany = (companyId: number | undefined) =>
	companyId ? { allowed_company_ids: [companyId] } : {};
