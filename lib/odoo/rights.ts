/** Which entry of Odoo's Access Rights page opens a model, by the start of its name. */
const RIGHTS: Array<[prefix: string, right: string]> = [
	['sale.', 'Sales: User: All Documents'],
	['utm.', 'Sales: User: All Documents'],
	['mail.', 'Sales: User: All Documents'],
	['product.', 'Sales: User: All Documents'],
	['stock.', 'Inventory: User'],
	['res.partner', 'Contact Creation'],
];

/** The right that a user needs for a model, in the words of Odoo's user form. */
export function rightsFor(model: string): string {
	return (
		RIGHTS.find(([prefix]) => model.startsWith(prefix))?.[1] ?? 'Administration: Access Rights'
	);
}
