import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { OdooClient } from '../../../lib/odoo/client';
import { connectOdoo } from '../../../lib/odoo/connect';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import type { WechatPayAccount } from '../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../lib/wechat-pay/keys/open-account';
import { fetchBill, fetchStatement } from '../../../lib/wechat-pay/bills/fetch-bill';
import { fetchSettlements } from '../../../lib/wechat-pay/api/settlements';
import { OdooSettlement } from '../../../nodes/OdooSettlement/OdooSettlement.node';
import { createSandbox, type Payment, type Sandbox } from '../../../sandbox';
import { odooFields } from '../../../tools/services/odoo-fields';
import type { OdooVersion } from '../../../tools/services/odoo';
import { runNode } from '../../support/engine';
import { testContext } from '../../unit/lib/wechat-pay/context';
import { connectAdministrator, setUpMoney } from './money-set-up';
import { record } from './recording';
import { openShop, type Shop } from './shop';
import { protocolsOf, type Protocol } from './versions';

const DAY_MS = 24 * 3600 * 1000;

/** A shop whose Odoo is set up for money, and a WeChat that settles in USD. */
export interface SettledShop {
	shop: Shop;
	sandbox: Sandbox;
	user: OdooClient;
	administrator: OdooClient;
	/** The days of trade in Beijing, the oldest first, `yyyy-MM-dd`. */
	days: string[];
	/** Three payments on each of the first two days, one on the third; the first was refunded in part. */
	payments: Payment[];
	/** Pays on one of the days. */
	pay(day: number, totalFen: number): Payment;
	refund(day: number, payment: Payment, fen: number): void;
	/** The payment as Record Paid Order takes it. */
	order(payment: Payment): PaidOrder;
	/** What the nodes of WeChat Pay give. */
	statement(day: number): Promise<IDataObject[]>;
	tradeBill(day: number): Promise<IDataObject[]>;
	payouts(): Promise<IDataObject[]>;
	/** Runs an operation of Odoo Settlement in n8n's engine as the least-privilege user. */
	run(
		operation: string,
		items: IDataObject[],
		parameters?: IDataObject,
		second?: IDataObject[],
	): Promise<INodeExecutionData[][]>;
}

const RECONCILIATION = new Set([
	...['compareBill', 'getDaysToCompare', 'getOrdersToQuery', 'getReport'],
]);

interface Started {
	stop(): Promise<void>;
}

/**
 * Opens such a shop before the tests of a `describe` and closes it after them. What fails on the way stops
 * what was started before it.
 *
 * @param prepare what has happened there already
 */
export function useSettledShop(
	version: OdooVersion,
	prepare?: (shop: SettledShop) => Promise<void>,
): () => SettledShop {
	const started: Started[] = [];
	let open: SettledShop;
	beforeAll(async () => {
		open = await trade(version, protocolsOf(version)[0], started);
		await prepare?.(open);
	}, 1_800_000);
	afterAll(async () => {
		for (let next = started.pop(); next; next = started.pop()) await next.stop();
	});
	return () => open;
}

async function trade(
	version: OdooVersion,
	protocol: Protocol,
	started: Started[],
): Promise<SettledShop> {
	const shop = await openShop(version, 'money');
	started.push(shop.server);
	if (shop.server.template !== 'money') await setUpMoney(shop);
	const administrator = await connectAdministrator(shop);
	// A new connection: the fields are newer than what another one may remember.
	const user = await connectOdoo({ ...shop.connection(protocol), timeoutMs: 59_000 });
	const start = Math.floor((Date.now() + 8 * 3600_000) / DAY_MS) * DAY_MS - 7 * 3600_000;
	let clock = start;
	const sandbox = await createSandbox({ now: () => clock, payoutFrom: 0 });
	started.push(sandbox);
	const account: WechatPayAccount = { ...openAccount(sandbox.credential), region: 'global' };
	const context = testContext({ now: () => clock });
	const atDay = (day: number) => start - (4 - day) * DAY_MS;
	const dayText = (day: number) => new Date(atDay(day) + 8 * 3600_000).toISOString().slice(0, 10);
	const product = shop.product(1000);
	const settled: SettledShop = {
		shop,
		sandbox,
		payments: [],
		user,
		administrator,
		days: [0, 1, 2, 3].map(dayText),
		pay(day, total) {
			clock = atDay(day) + sandbox.payments().length * 1000;
			const payment = sandbox.pay({ total });
			clock = start;
			return payment;
		},
		refund(day, payment, fen) {
			clock = atDay(day) + 3600_000;
			sandbox.refund(payment, { refund: fen });
			clock = start;
		},
		order: ({ mchid, appid, out_trade_no, transaction_id, amount, payer }) => ({
			payment: {
				...{ mchid, appid, out_trade_no, transaction_id, payer, total_fen: amount.total },
				amount: { currency: 'CNY' },
				lines: [{ sku: 'THING', quantity: 1, unit_price_fen: amount.total }],
			},
			mapping: {
				status: 'mapped',
				lines: [
					{
						...{ sku: 'THING', quantity: 1, unit_price_fen: amount.total },
						...{ product_id: product, product_name: 'Thing' },
					},
				],
				unmapped: [],
			},
		}),
		async statement(day) {
			const date = dayText(day);
			const { items, sha1 } = await fetchStatement(account, date, context);
			return items.map((item) => ({ ...item, bill: { kind: 'statement', date, sha1 } }));
		},
		async tradeBill(day) {
			const date = dayText(day);
			const request = { bill: 'trade', type: 'ALL', date, gzip: true } as const;
			const mainland = openAccount(sandbox.credential);
			const { items, sha1 } = await fetchBill(mainland, request, context);
			return items.map((item) => ({ ...item, bill: { kind: 'trade', date, sha1 } }));
		},
		async payouts() {
			const [from = '', until = ''] = [dayText(0), dayText(4)];
			const request = { state: 'SETTLED' as const, from, until };
			return (await fetchSettlements(account, request, context)) as IDataObject[];
		},
		run: async (operation, items, parameters = {}, second = []) =>
			await runNode(
				new OdooSettlement(),
				{
					resource: RECONCILIATION.has(operation) ? 'reconciliation' : 'settlement',
					operation,
					...parameters,
				} as never,
				items,
				{ ...odooFields(shop.server), protocol },
				{},
				second.length > 0 ? [second] : [],
			),
	};
	settled.payments = [0, 0, 0, 1, 1, 1, 2].map((day, index) =>
		settled.pay(day, 10_001 + index * 977),
	);
	settled.refund(1, settled.payments[0]!, 3_333);
	// The last of each of the two days is not recorded: its notification was lost.
	const arrived = settled.payments.filter((_, index) => index !== 2 && index !== 5);
	await record(user, arrived.map(settled.order));
	return settled;
}
