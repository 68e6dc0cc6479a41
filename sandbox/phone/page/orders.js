import { byId, element, list } from './dom.js';
import { orderState, time, yuan } from './words.js';

/** The buyer's orders: paid, shipped, refunded, and what can be asked for. */
export function showOrders({ orders }, { ship, giveBack }) {
	byId('no-orders').hidden = orders.length > 0;
	byId('order-count').textContent = orders.length > 0 ? `(${orders.length})` : '';
	list(
		byId('order-list'),
		orders,
		({ transaction_id }) => transaction_id,
		(order) => {
			const [state, mood] = orderState(order);
			return element(
				'li',
				{ class: 'order' },
				element(
					'div',
					{ class: 'head' },
					element('h3', {}, order.title || order.out_trade_no),
					element('span', { class: `badge ${mood}` }, state),
				),
				element('p', { class: 'facts' }, `Paid ${yuan(order.total)} at ${time(order.paid_at)}`),
				...order.parcels.map(({ express_company, tracking_no }) =>
					element('p', { class: 'facts' }, `Parcel ${express_company} ${tracking_no}`),
				),
				...order.refunds.map(({ refund, status }) =>
					element('p', { class: 'facts' }, `Refund ${yuan(refund)}: ${REFUNDS[status] ?? status}`),
				),
				element('p', { class: 'facts' }, `Order ${order.out_trade_no}`),
				actions(order, { ship, giveBack }),
			);
		},
	);
}

const REFUNDS = {
	SUCCESS: 'paid back',
	PROCESSING: 'under way',
	CLOSED: 'closed',
	ABNORMAL: 'failed, the merchant must act',
};

function actions(order, { ship, giveBack }) {
	const name = order.title || order.out_trade_no;
	return element(
		'div',
		{ class: 'actions' },
		order.order_state === 1 &&
			element(
				'button',
				{ 'data-part': 'ship', 'aria-label': `Ship ${name}`, onclick: () => ship(order) },
				'Ship',
			),
		order.refunds.length === 0 &&
			element(
				'button',
				{ 'data-part': 'refund', 'aria-label': `Refund ${name}`, onclick: () => giveBack(order) },
				'Refund',
			),
	);
}
