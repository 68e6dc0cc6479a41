import { byId, element, head, list } from './dom.js';
import { orderState, time, yuan } from './words.js';

const HOLDS = {
	held: ['Held, not paid', 'waiting'],
	sold_out: ['Sold out, nothing paid', 'bad'],
	refused: ['Refused, nothing paid', 'bad'],
	unanswered: ['No answer, nothing paid', 'bad'],
};

/** Orders that were not paid: held until a time, or sold out. */
export function showUnpaid({ unpaid }, pay) {
	list(
		byId('unpaid-list'),
		unpaid,
		({ out_trade_no }) => out_trade_no,
		({ out_trade_no, title, state, expires_at }) => {
			const [text, mood] = HOLDS[state] ?? ['Not paid', 'waiting'];
			const payable = state === undefined || state === 'held';
			return element(
				'li',
				{ class: 'order' },
				head(title, { class: `badge ${mood}`, text }),
				expires_at && element('p', { class: 'facts' }, `Held until ${time(expires_at)}`),
				payable &&
					element(
						'button',
						{
							'data-part': 'pay',
							'aria-label': `Pay ${title}`,
							onclick: () => pay({ out_trade_no }),
						},
						'Pay',
					),
			);
		},
	);
}

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
				head(order.title || order.out_trade_no, { class: `badge ${mood}`, text: state }),
				element('p', { class: 'facts' }, `Paid ${yuan(order.total)} at ${time(order.paid_at)}`),
				order.recipient !== '' && element('p', { class: 'facts' }, `To ${order.recipient}`),
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
