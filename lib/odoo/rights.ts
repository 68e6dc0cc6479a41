/** Rights by what Odoo 19's user form calls them; where older versions differ, by theirs too. */
export const SALES_ALL_DOCUMENTS = 'Sales: User: All Documents';
export const INVENTORY_USER = 'Inventory: User';
export const CONTACT_CREATION = 'Contact: Creation';
export const INVOICING = 'Accounting: Invoicing (Billing in older versions)';
export const ADMINISTRATOR = 'Role: Administrator (Administration: Settings in older versions)';

/** Which entry of Odoo's Access Rights page opens a model, by the start of its name. */
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

/** The right that a user needs for a model, in the words of Odoo's user form. */
export function rightsFor(model: string): string {
	return RIGHTS.find(([prefix]) => model.startsWith(prefix))?.[1] ?? ADMINISTRATOR;
}

/** What to say where the user lacks a right. @param method what was not allowed, e.g. `create` */
export const accessDenied = (model: string, method: string) => ({
	code: 'ODOO_ACCESS_DENIED',
	message: `The Odoo user may not call ${method} on ${model}.`,
	likelyCause: `The user lacks the right "${rightsFor(model)}", or a record rule or company hides the record.`,
	nextStep: `In Odoo as an administrator: Settings → Users & Companies → Users → the user of the credential → Access Rights: give "${rightsFor(model)}".`,
});
