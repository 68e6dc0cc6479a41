import type { MadeCall } from '../odoo/fake-odoo';

export const ORDER = {
	id: 7,
	name: 'S1',
	client_order_ref: '42',
	origin: 'WeChat Pay SHOP1, PO 8',
	partner_id: [5, 'Buyer'],
	x_wechat_mchid: '1900000001',
};

/** A finished delivery of the order. */
export const picking = (id: number) => ({
	id,
	name: `WH/OUT/${id}`,
	sale_id: [7, 'S1'],
	state: 'done',
	date_done: `2026-11-24 08:00:0${id}`,
	partner_id: [6, 'Recipient'],
	carrier_id: [3, 'SF'],
	carrier_tracking_ref: ' SF123 ',
});

interface Changes {
	order?: object;
	carrier?: object;
	buyer?: object;
	/** Moves of each delivery. */
	moves?: number;
	/** Quantity of each move. */
	moved?: number;
	/** Moves of further order lines in each delivery, and these lines. */
	others?: object[];
	lines?: object[];
	/** Order lines without any move. */
	unmoved?: object[];
	/** Open moves of earlier steps. */
	earlier?: object[];
}

/** Answers of an Odoo with one order and its deliveries. */
export function rowsOf(
	pickings: object[],
	{ order, carrier, buyer, moves = 1, moved = 2, ...more }: Changes = {},
) {
	const { others = [], lines = [], unmoved = [], earlier = [] } = more;
	const move = { product_id: [41, 'Tee'], sale_line_id: [9, 'x'], quantity: moved };
	return ({ model, method, params, ids = [] }: MadeCall): unknown => {
		if (method === 'get_metadata') {
			return ids.map((id) => ({ id, xmlids: [{ xmlid: 'wechat_pay.1900000001_42' }] }));
		}
		const fields = (params?.fields ?? []) as string[];
		switch (model) {
			case 'sale.order':
				return [{ ...ORDER, ...order }];
			case 'sale.order.line':
				return fields.includes('qty_delivered')
					? unmoved
					: [{ id: 9, order_id: [7, 'S1'] }, ...lines];
			case 'mail.message':
				return [];
			case 'stock.picking':
				return pickings;
			case 'stock.move':
				if (JSON.stringify(params?.domain).includes('location_final_id')) return earlier;
				return (pickings as Array<{ id: number }>).flatMap(({ id }) =>
					[...Array.from({ length: moves }, () => move), ...others].map((one) => ({
						...one,
						picking_id: [id, 'x'],
					})),
				);
			case 'delivery.carrier':
				return [{ id: 3, name: 'SF', delivery_type: 'fixed', product_id: [50, 'x'], ...carrier }];
			case 'res.partner':
				return fields.includes('ref')
					? [{ id: 5, ref: 'o1', ...buyer }]
					: [{ id: 6, phone: '+86 138 0013 0086' }];
			default:
				return fields.includes('name')
					? [{ id: 41, name: 'Tee', default_code: 'TEE' }]
					: [{ id: 50, default_code: 'SF' }];
		}
	};
}
