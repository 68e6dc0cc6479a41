import type { Controls } from '../control/controls';
import type { Delivery } from '../delivery/delivery';
import type { Recipient } from '../merchant/mall-order';
import { SAMPLE_RECIPIENTS } from '../merchant/sample-recipients';
import type { Payment } from '../payments/payment';
import type { Shipping } from '../server-api/shipping/shipping';
import { goodsOnShelf } from './goods';
import type { OdooReader, OdooView } from './odoo-orders';
import { titleOf } from './purchase';
import type { Switch } from './switches';
import { shopOrderRows, type ShopOrderRow } from './wechat-shop';

/** How many of the newest orders, deliveries and calls the page shows. */
const NEWEST = 50;

interface OrderRow {
	out_trade_no: string;
	transaction_id: string;
	title: string;
	paid_at: string;
	/** Fen. */
	total: number;
	refunded: number;
	refunds: { refund: number; status: string }[];
	/** 1 to ship, 2 shipped, 3 receipt confirmed, 4 finished, 5 refunded, 6 awaiting settlement. */
	order_state: number;
	parcels: { tracking_no: string; express_company: string }[];
	/** Name and town of the recipient; empty where the mall knows none. */
	recipient: string;
	attempts: number;
	acknowledged: boolean;
}

/** Everything that the page shows. */
export interface PhoneState {
	notify_url: string | null;
	products: { sku_code: string; title: string; price: number; stock: number }[];
	addresses: readonly Recipient[];
	/** The newest first, as all lists here. */
	orders: OrderRow[];
	/** Orders of the mall that nobody has paid: held, sold out, or without an answer. */
	unpaid: UnpaidRow[];
	shop_orders: ShopOrderRow[];
	deliveries: DeliveryRow[];
	calls: { at: string; method: string; path: string; status: number | null; errcode?: number }[];
	switches: Switch[];
	odoo: OdooView | null;
}

interface UnpaidRow {
	out_trade_no: string;
	title: string;
	/** Of the hold; absent where the mall asks nobody. */
	state?: string;
	expires_at?: string;
}

type DeliveryRow = Pick<
	Delivery,
	'event_type' | 'out_trade_no' | 'attempt' | 'copy' | 'probe' | 'at' | 'status' | 'failure'
> & { latency_ms: number; answer: string };

export function phoneState(sandbox: Controls, reader: OdooReader): PhoneState {
	const { phone } = sandbox;
	const payments = newest(sandbox.payments());
	return {
		notify_url: phone.notifyUrl ?? null,
		products: goodsOnShelf(sandbox).map(({ sku_code, title, price, stock }) => ({
			...{ sku_code, title, price, stock },
		})),
		addresses: SAMPLE_RECIPIENTS,
		orders: payments.map((payment) => orderRow(payment, sandbox)),
		unpaid: newest(unpaidOrders(sandbox)),
		shop_orders: shopOrderRows(sandbox),
		deliveries: newest(sandbox.deliveries()).map(deliveryRow),
		calls: newest(sandbox.calls()).map(({ at, method, target, status, errcode }) => ({
			at,
			method,
			path: new URL(target, 'http://sandbox').pathname,
			status,
			...(errcode === undefined ? {} : { errcode }),
		})),
		switches: phone.switches.all(),
		odoo: reader.look(
			phone,
			payments.map(({ transaction_id }) => transaction_id),
		),
	};
}

function unpaidOrders({ mall, payments }: Controls): UnpaidRow[] {
	const paid = new Set(payments().map(({ out_trade_no }) => out_trade_no));
	return mall
		.orders()
		.filter(({ out_trade_no }) => !paid.has(out_trade_no))
		.map(({ out_trade_no, hold, ...order }) => ({
			...{ out_trade_no, title: titleOf(order) },
			...(hold && { state: hold.state }),
			...(hold?.expires_at !== undefined && { expires_at: hold.expires_at }),
		}));
}

const newest = <T>(list: T[]): T[] => list.slice(-NEWEST).reverse();

function orderRow(payment: Payment, sandbox: Controls): OrderRow {
	const { out_trade_no, transaction_id, amount, success_time, attach = '' } = payment;
	const { order_state, shipping } = sandbox.serverApi.shippingOrder(payment) as {
		order_state: number;
		shipping: Partial<Shipping>;
	};
	const refunds = sandbox.refunds().filter((refund) => refund.transaction_id === transaction_id);
	const deliveries = sandbox
		.deliveries({ transaction_id })
		.filter(({ out_refund_no, probe }) => out_refund_no === undefined && !probe);
	return {
		out_trade_no,
		transaction_id,
		title: sandbox.phone.bought.get(transaction_id) ?? attach,
		paid_at: success_time,
		total: amount.total,
		refunded: refunds
			.filter(({ status }) => status === 'SUCCESS')
			.reduce((sum, refund) => sum + refund.amount.refund, 0),
		refunds: refunds.map((refund) => ({ refund: refund.amount.refund, status: refund.status })),
		order_state,
		parcels: (shipping.shipping_list ?? []).map(({ tracking_no, express_company }) => ({
			tracking_no,
			express_company,
		})),
		recipient: recipientOf(sandbox.mall.order(out_trade_no)?.recipient),
		attempts: deliveries.length,
		acknowledged: deliveries.some(({ acknowledged }) => acknowledged),
	};
}

const recipientOf = (recipient: Recipient | undefined): string =>
	recipient ? `${recipient.name}, ${recipient.city}` : '';

function deliveryRow(delivery: Delivery): DeliveryRow {
	const { event_type, out_trade_no, attempt, copy, probe, at, status, failure } = delivery;
	return {
		...{ event_type, out_trade_no, attempt, copy, probe, at, status, failure },
		latency_ms: Math.round(delivery.latency_ms),
		answer: delivery.body.slice(0, 200),
	};
}
