import type { Domain } from '../odoo/records';

/** Fields of sale orders that keep how far their declaration is. All are text. */
export const CUSTOMS_FIELDS = [
	{
		name: 'x_wechat_customs',
		label: 'Customs State',
		help: 'State of the customs declaration of the payment; deliveries are held until it is SUCCESS',
	},
	{
		name: 'x_wechat_customs_declared',
		label: 'Customs Amount (Fen)',
		help: 'Amount that customs was last given, in fen',
	},
	{
		name: 'x_wechat_customs_parts',
		label: 'Customs Parts',
		help: 'Parts in which the order is declared, as JSON',
	},
	{
		name: 'x_wechat_customs_checked',
		label: 'Customs Checked',
		help: 'When WeChat Pay was last asked about the declaration (UTC)',
	},
] as const;

/** Field of operation types whose deliveries are held. */
export const HELD_TYPES = 'x_wechat_customs';

/** The deliveries that wait for customs, as long as nobody has cancelled them. */
export const HELD_DELIVERIES: Domain = [
	[`picking_type_id.${HELD_TYPES}`, '=', true],
	['sale_id.x_wechat_out_trade_no', '!=', false],
	['state', '!=', 'cancel'],
];

/** Summary of the activities on orders whose declaration needs a person. */
export const CUSTOMS_SUMMARY = 'WeChat customs declaration';
