import { readAttach } from '../../lib/wechat-pay/notification/order-lines';
import {
	SAMPLE_GOODS,
	SAMPLE_RECIPIENTS,
	type Payment,
	type PaymentOrder,
	type Sandbox,
} from '../../sandbox';
import type { ProductToSeed } from '../services/odoo-seed';

/** The products of the demo. Prices in yuan, stock in units. */
export const DEMO_PRODUCTS: ProductToSeed[] = SAMPLE_GOODS.map(({ fen, ...goods }) => ({
	...goods,
	price: fen / 100,
}));

/** Ten paid orders; `copies` is how many senders deliver the notification. */
export function demoPayments(): Array<PaymentOrder & { copies: number }> {
	const order = (attach: string, total: number, copies = 1) => ({ attach, total, copies });
	return [
		order('TEE-RED-M@9900', 9900),
		order('TEE-RED-M*2@9900,CAP-BLK@5000', 24800, 3),
		order('TEE-RED-L@9900', 9900),
		order('CAP-BLK*2@5000', 10000),
		order('TEE-RED-M@9900,TEE-RED-L@9900', 19800, 4),
		order('MUG.01*2@3550', 7100),
		order('MUG.01*3@3550', 10650),
		order('TEE-RED-M*3@9900', 29700),
		order('POSTER-A1@2500', 2500),
		order('[["CAP-BLK",1,5000]]', 5000),
	];
}

/** Two posts of influencers, as the mall names where an order came from. */
const CAMPAIGNS = [
	{ campaign: 'LIVE-EVENING', medium: 'Live stream' },
	{ campaign: 'POST-SPRING', medium: 'Post' },
];

/** Places an order in the mall, for one of its sample recipients and campaigns in turn, and pays it. */
export function buyInMall(sandbox: Sandbox, order: PaymentOrder, index: number): Payment {
	const lines = readAttach(order.attach ?? '').map(({ unit_price_fen = 0, ...line }) => ({
		...line,
		unit_price_fen,
	}));
	const recipient = SAMPLE_RECIPIENTS[index % SAMPLE_RECIPIENTS.length];
	const post = CAMPAIGNS[index % CAMPAIGNS.length];
	const { out_trade_no } = sandbox.mall.place({ lines, recipient, ...post, remark: '请放门口' });
	return sandbox.pay({ ...order, out_trade_no });
}
