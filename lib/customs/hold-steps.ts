import type { OdooClient } from '../odoo/client';
import { findByExternalId } from '../odoo/external-ids';
import { ADMINISTRATOR } from '../odoo/rights';
import { searchRead, type Domain } from '../odoo/records';
import { makeRecord, removeRecords } from '../odoo/schema/make-records';
import type { SetupStep } from '../odoo/schema/setup-step';
import { HELD_TYPES } from './customs-fields';

const RULE = 'wechat_setup.customs_hold';
const MESSAGE =
	'Customs has not accepted the payment of this order yet. The delivery can be validated when Customs State of the sale order is SUCCESS.';

/** The field that marks operation types whose deliveries are held. */
const typeField: SetupStep = {
	name: 'Field Hold Until Customs of operation types',
	purpose: 'Deliveries of these operation types are held until customs has the payment.',
	model: 'ir.model.fields',
	operation: 'create',
	right: ADMINISTRATOR,
	find: hasTypeField,
	externalId: `wechat_setup.field_picking_type_${HELD_TYPES}`,
	values: {
		name: HELD_TYPES,
		field_description: 'Hold Until Customs',
		help: 'Whether deliveries of WeChat orders are held until customs has their payment',
		ttype: 'boolean',
		state: 'manual',
		copied: '0',
		'model_id/id': 'stock.model_stock_picking_type',
	},
};

/** Marks the deliveries of a warehouse. @param code short name of the warehouse */
const warehouseStep = (code: string): SetupStep => ({
	name: `Customs hold of warehouse ${code}`,
	purpose: `Deliveries from ${code} are held until customs has the payment.`,
	model: 'stock.picking.type',
	operation: 'write',
	right: 'Inventory: Administrator',
	async find(odoo) {
		if (!(await hasTypeField(odoo))) return false;
		const types = await deliveryTypes(odoo, code, [HELD_TYPES]);
		return types.length > 0 && types.every((type) => type[HELD_TYPES] === true);
	},
	make: async (odoo) => await mark(odoo, code, true),
	remove: async (odoo) => await mark(odoo, code, false),
});

/**
 * Refuses to validate a delivery before customs has the payment. A rule of Odoo's own app Automation Rules, which
 * holds for everybody who validates, by the screen or by the API; nothing is installed.
 */
const holdRule: SetupStep = {
	name: 'Automation rule of the customs hold',
	purpose: 'Odoo refuses to validate a held delivery.',
	model: 'base.automation',
	operation: 'create',
	right: ADMINISTRATOR,
	find: async (odoo) => (await findByExternalId(odoo, RULE)) !== undefined,
	async make(odoo) {
		const action = { state: 'code', code: `raise UserError(${JSON.stringify(MESSAGE)})` };
		// Older versions keep the action in the rule itself.
		const isOld = (await odoo.fields('base.automation')).has('action_server_id');
		const actions = isOld
			? action
			: {
					'action_server_ids/name': 'WeChat customs hold',
					'action_server_ids/model_id/id': 'stock.model_stock_picking',
					'action_server_ids/usage': 'base_automation',
					'action_server_ids/state': action.state,
					'action_server_ids/code': action.code,
				};
		await makeRecord(odoo, 'base.automation', RULE, {
			name: 'WeChat customs hold',
			'model_id/id': 'stock.model_stock_picking',
			trigger: 'on_create_or_write',
			filter_pre_domain: "[('state', '!=', 'done')]",
			filter_domain: `[('state', '=', 'done'), ('picking_type_id.${HELD_TYPES}', '=', True), ('sale_id.x_wechat_out_trade_no', '!=', False), ('sale_id.x_wechat_customs', '!=', 'SUCCESS')]`,
			...actions,
		});
	},
	remove: async (odoo) => await removeRecords(odoo, [RULE]),
};

/** Everything that holds deliveries until customs has the payment. @param codes short names of the warehouses */
export const customsHoldSteps = (codes: string[]): SetupStep[] =>
	codes.length === 0 ? [] : [typeField, ...codes.map(warehouseStep), holdRule];

async function hasTypeField(odoo: OdooClient): Promise<boolean> {
	const params = { allfields: [HELD_TYPES], attributes: ['type'] };
	return (
		HELD_TYPES in ((await odoo.call('stock.picking.type', 'fields_get', { params })) as object)
	);
}

async function deliveryTypes(odoo: OdooClient, code: string, fields: string[]) {
	const ofWarehouse: Domain = [
		['code', '=', 'outgoing'],
		['warehouse_id.code', '=', code],
	];
	return await searchRead(odoo, 'stock.picking.type', ofWarehouse, ['name', ...fields]);
}

async function mark(odoo: OdooClient, code: string, isHeld: boolean): Promise<void> {
	const ids = (await deliveryTypes(odoo, code, [])).map(({ id }) => id);
	if (ids.length === 0 || !(await hasTypeField(odoo))) return;
	const params = { vals: { [HELD_TYPES]: isHeld } };
	await odoo.call('stock.picking.type', 'write', { ids, params });
}
