import { names, newer, older, type LimitedName } from './limited-name';

/** Fields that the package reads or writes, by model. */
export const FIELDS: Record<string, Record<string, LimitedName | undefined>> = {
	'account.bank.statement.line': {
		...names('amount amount_currency foreign_currency_id date payment_ref partner_name narration'),
		...names('currency_id journal_id partner_id'),
		transaction_details: newer(17, 'narration'),
	},
	'account.move': names(
		'move_type partner_id currency_id ref invoice_origin invoice_line_ids line_ids state amount_total journal_id date reversed_entry_id invoice_date name',
	),
	'account.move.line': names(
		'name quantity price_unit tax_ids account_id amount_currency debit credit currency_id sale_line_ids move_id price_total',
	),
	'base.automation': {
		...names('name active trigger model_id filter_domain trigger_field_ids'),
		action_server_ids: newer(17),
	},
	'crm.tag': names('name'),
	'delivery.carrier': names('name delivery_type product_id'),
	'ir.access': names('name model_id group_id operation'),
	'ir.actions.server': {
		...names('name model_id state code'),
		webhook_url: newer(17),
		webhook_field_ids: newer(17),
		base_automation_id: newer(17),
	},
	'ir.actions.act_window': names('name res_model view_mode'),
	'ir.default': names('field_id json_value'),
	'ir.filters': names('name model_id domain context'),
	'ir.model': names('name model state'),
	'ir.model.access': names('name model_id group_id perm_read perm_write perm_create perm_unlink'),
	'ir.model.data': names('module name model res_id'),
	'ir.model.fields': names(
		'name model model_id field_description help ttype state copied selection',
	),
	'ir.ui.menu': names('name complete_name parent_id action'),
	'ir.ui.view': names('name model type arch_db'),
	'mail.activity': names(
		'res_model res_model_id res_id activity_type_id user_id summary note date_deadline create_date',
	),
	'mail.message': names('model res_id message_type subtype_id subject body date create_uid'),
	'product.pricelist': names('name currency_id company_id'),
	'product.pricelist.item': names('pricelist_id'),
	'product.product': {
		...names('default_code barcode name display_name active sale_ok type company_id lst_price'),
		...names('uom_id free_qty product_tmpl_id standard_price bom_ids'),
		is_storable: newer(18, 'type'),
	},
	'product.template': names('name sale_ok type product_variant_ids'),
	'mrp.bom': names('type bom_line_ids product_tmpl_id'),
	'mrp.bom.line': names('product_id bom_id'),
	'res.company': names('name currency_id partner_id'),
	'res.country': names('code'),
	'res.country.state': names('name code country_id'),
	'res.currency': names('name active rate_ids'),
	'res.currency.rate': names('name rate currency_id company_id'),
	'res.partner': {
		...names('name ref phone type country_id state_id zip city street comment parent_id'),
		mobile: older(18, 'phone'),
	},
	'res.users': {
		...names('company_id property_warehouse_id'),
		groups_id: older(18, 'group_ids'),
		group_ids: newer(19, 'groups_id'),
		all_group_ids: newer(19, 'groups_id'),
	},
	'res.users.apikeys': { ...names('name user_id'), expiration_date: newer(18) },
	'sale.order': {
		...names('name state client_order_ref origin currency_id amount_tax amount_total activity_ids'),
		...names('date_order company_id warehouse_id partner_id pricelist_id partner_invoice_id'),
		...names(
			'source_id medium_id campaign_id team_id tag_ids fiscal_position_id partner_shipping_id',
		),
		...names('order_line picking_ids invoice_ids create_date note'),
		locked: newer(17, 'state'),
	},
	'sale.order.line': {
		...names('order_id product_id product_uom_qty qty_delivered qty_delivered_method name'),
		...names('price_subtotal price_total display_type move_ids is_mto purchase_line_count state'),
		tax_id: older(18, 'tax_ids'),
		tax_ids: newer(19, 'tax_id'),
	},
	'stock.location': names('usage'),
	'stock.move': {
		...names('picking_id product_id sale_line_id state product_uom_qty product_qty product_uom'),
		...names('move_orig_ids location_id location_dest_id origin_returned_move_id write_date'),
		quantity_done: older(16, 'quantity'),
		reserved_availability: older(16, 'quantity'),
		quantity: newer(17, 'reserved_availability'),
		// Before, the next step of a delivery exists from the start.
		location_final_id: newer(18),
	},
	'stock.move.line': names('move_id'),
	'stock.picking': names(
		'name state sale_id date_done partner_id location_id location_dest_id carrier_id carrier_tracking_ref move_line_ids',
	),
	'stock.picking.type': { ...names('name code warehouse_id'), reservation_method: newer(15) },
	'stock.quant': names('product_id location_id lot_id quantity reserved_quantity'),
	'stock.return.picking': {
		...names('picking_id product_return_moves'),
		location_id: older(17),
	},
	'stock.rule': {
		...names('route_id location_src_id'),
		location_id: older(15, 'location_dest_id'),
		location_dest_id: newer(16, 'location_id'),
	},
	'stock.warehouse': names('name company_id view_location_id delivery_steps'),
	'uom.uom': {
		...names('name factor'),
		category_id: older(18, 'relative_uom_id'),
		factor_inv: older(18, 'factor'),
		relative_uom_id: newer(19, 'category_id'),
	},
	'utm.campaign': names('name'),
	'utm.medium': names('name'),
	'utm.source': names('name'),
};
