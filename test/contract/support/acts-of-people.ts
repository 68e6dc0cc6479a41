import { isBefore } from '../../../tools/services/odoo-versions';
import { moveOn } from './routes';
import type { Shop } from './shop';

/** What a person does in Odoo to an order, or to the contact of its buyer. */
export const ACTS = ['duplicate', 'lock', 'merge', 'pick', 'cancel'] as const;

export type Act = (typeof ACTS)[number];

export const isAct = (what: string): what is Act => ACTS.some((act) => act === what);

/**
 * Does it to the order of a payment, if there is one and Odoo lets a person do it.
 *
 * @returns its database id; undefined if nothing was done
 */
export async function actOn(
	place: Shop,
	transactionId: string,
	act: Act,
): Promise<number | undefined> {
	const domain = [['client_order_ref', '=', transactionId]];
	const [order] = await place.admin.call<Array<{ id: number; partner_id: [number, string] }>>(
		'sale.order',
		'search_read',
		[domain, ['partner_id']],
	);
	if (!order) return undefined;
	const done = await DOES[act](place, order.id, order.partner_id[0]).then(
		() => true,
		() => false,
	);
	return done ? order.id : undefined;
}

const DOES: Record<Act, (place: Shop, orderId: number, buyerId: number) => Promise<unknown>> = {
	duplicate: async ({ admin }, id) => await admin.call('sale.order', 'copy', [[id]]),
	lock: async ({ admin, server }, id) => {
		const confirmed = [
			['id', '=', id],
			['state', '=', 'sale'],
		];
		const ids = await admin.call<number[]>('sale.order', 'search', [confirmed]);
		const method = isBefore(server.version, '17') ? 'action_done' : 'action_lock';
		if (ids.length > 0) await admin.call('sale.order', method, [ids]);
	},
	merge: async ({ admin }, _, buyer) => {
		const withOpenId = [
			['id', '=', buyer],
			['ref', '!=', false],
		];
		const isBuyer = await admin.call<number>('res.partner', 'search_count', [withOpenId]);
		if (isBuyer === 0) return;
		const known = await admin.call<number>('res.partner', 'create', [{ name: 'Known buyer' }]);
		const contacts = { partner_ids: [[6, 0, [buyer, known]]], dst_partner_id: known };
		const wizard = 'base.partner.merge.automatic.wizard';
		const id = await admin.call<number>(wizard, 'create', [contacts]);
		await admin.call(wizard, 'action_merge', [[id]]);
	},
	pick: async (place, id) => await moveOn(place, id),
	cancel: async ({ admin }, id) => {
		const context = { disable_cancel_warning: true };
		await admin.call('sale.order', 'action_cancel', [[id]], { context });
	},
};
