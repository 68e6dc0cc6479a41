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
}

/** Answers of an Odoo with one order and its deliveries. */
export function rowsOf(
	pickings: object[],
	{ order, carrier, buyer, moves = 1, moved = 2 }: Changes = {},
) {
	const move = { product_id: [41, 'Tee'], sale_line_id: [9, 'x'], quantity: moved };
	return ({ model, params }: MadeCall): unknown => {
		const fields = (params?.fields ?? []) as string[];
		switch (model) {
			case 'sale.order':
				return [{ ...ORDER, ...order }];
			case 'stock.picking':
				return pickings;
			case 'stock.move':
				return (pickings as Array<{ id: number }>).flatMap(({ id }) =>
					Array.from({ length: moves }, () => ({ ...move, picking_id: [id, 'x'] })),
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
