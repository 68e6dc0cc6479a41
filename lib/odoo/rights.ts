/** Access rights as Odoo 19's user form names them, with the older name where it differs. */
export const SALES_ALL_DOCUMENTS = 'Sales: User: All Documents';
export const INVENTORY_USER = 'Inventory: User';
export const CONTACT_CREATION = 'Contact: Creation';
export const INVOICING =
	'Accounting: Invoicing (Invoicing: Invoicing in Odoo 18, Invoicing: Billing before)';
export const ADMINISTRATOR = 'Role: Administrator (Administration: Settings in older versions)';

/** The access right needed for a model, by prefix. */
const RIGHTS: Array<[prefix: string, right: string]> = [
	['sale.', SALES_ALL_DOCUMENTS],
	['x_wechat_', SALES_ALL_DOCUMENTS],
	['utm.', SALES_ALL_DOCUMENTS],
	['mail.', SALES_ALL_DOCUMENTS],
	['product.', SALES_ALL_DOCUMENTS],
	['stock.', INVENTORY_USER],
	['account.', INVOICING],
	['res.partner', CONTACT_CREATION],
];

/** The right that a user needs for a model, as Odoo's user form names it. */
export function rightsFor(model: string): string {
	return RIGHTS.find(([prefix]) => model.startsWith(prefix))?.[1] ?? ADMINISTRATOR;
}

/** Error details for a missing right. @param method what was not allowed, e.g. `create` */
export const accessDenied = (model: string, method: string) => ({
	code: 'ODOO_ACCESS_DENIED',
	message: `The Odoo user may not call ${method} on ${model}.`,
	likelyCause: `The user does not have the right "${rightsFor(model)}", or a record rule or company hides the record.`,
	nextStep: `In Odoo as an administrator: Settings → Users & Companies → Users → the user of the credential → Access Rights: give "${rightsFor(model)}".`,
});
