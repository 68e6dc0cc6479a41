import { names, newer, older, type LimitedName } from './limited-name';

/** Models that not every version has. Every other model in `FIELDS` is in all of them. */
export const LIMITED_MODELS: Record<string, LimitedName> = {
	'ir.model.access': older(19, 'ir.access'),
	'ir.access': newer(20, 'ir.model.access'),
};

/** Methods that the package calls, with their model where only that one has them. */
export const METHODS: Record<string, LimitedName | undefined> = {
	...names('load read write unlink search_read fields_get get_metadata'),
	...names('base.automation.create base.automation.unlink ir.actions.server.unlink'),
	...names('ir.model.data.check_object_reference ir.model.data.unlink ir.ui.menu.write'),
	...names(
		'ir.ui.view.fields_get ir.ui.view.read mail.activity.action_feedback mail.activity.unlink mail.message.write',
	),
	...names('ir.model.fields.write res.currency.write res.users.context_get res.users.has_group'),
	...names('sale.order.action_draft sale.order.fields_get sale.order.write'),
	...names('sale.order.line.unlink stock.picking.action_assign stock.picking.do_unreserve'),
	...names('stock.quant.action_view_inventory stock.return.picking.create'),
	'sale.order.action_lock': newer(17),
	'sale.order.action_unlock': undefined,
	// With a specification; older versions have another method of the same name.
	'sale.order.web_search_read': newer(17, 'search_read'),
	has_access: newer(18, 'check_access_rights'),
	check_access_rights: older(19, 'has_access'),
	formatted_read_group: newer(19, 'read_group'),
	read_group: older(19, 'formatted_read_group'),
	'sale.order.formatted_read_group': newer(19, 'sale.order.read_group'),
	'sale.order.read_group': older(19, 'sale.order.formatted_read_group'),
};

/** The right to invoice, as the user form of each version names it. */
export const INVOICING_NAMES = [
	'Accounting: Invoicing',
	'Invoicing: Invoicing',
	'Invoicing: Billing',
];
