import { setTimeout as wait } from 'node:timers/promises';

import type { MallOrder, Sandbox } from '../../sandbox';

/** A surge of buyers of one product through the mall, each with one unit. */
export interface HoldSurge {
	sku: string;
	/** Fen. */
	price: number;
	buyers: number;
	perSecond: number;
	/** Production URLs of the hold template, one for each n8n: buyers go to them in turn. */
	holdUrls: string[];
	/** The secret of the mall. */
	secret: string;
	/** How long the mall waits for an answer, milliseconds: as the contract says unless given. */
	timeoutMs?: number;
	/** Where payments are notified, in turn. */
	notifyUrls: string[];
}

/** What a buyer got. */
export interface BuyerOfSurge {
	order: MallOrder;
	/** Milliseconds from the first request until the mall knew, attempts that failed included. */
	answeredMs: number;
	/** Empty for a buyer who was not asked to pay. */
	transactionId: string;
}

/** Each buyer asks for stock, and pays if it is held. Resolves when every buyer knows. */
export async function holdSurge(sandbox: Sandbox, surge: HoldSurge): Promise<BuyerOfSurge[]> {
	const buyers = Array.from({ length: surge.buyers }, async (_, index): Promise<BuyerOfSurge> => {
		await wait((index * 1000) / surge.perSecond);
		const inTurn = (urls: string[]): string => urls[index % urls.length] ?? '';
		const line = { sku: surge.sku, quantity: 1, unit_price_fen: surge.price };
		const order = sandbox.mall.place({ lines: [line] });
		const started = performance.now();
		const { secret, timeoutMs } = surge;
		const ask = async (url: string) =>
			await sandbox.mall.hold(order, { url, secret, ...(timeoutMs && { timeoutMs }) });
		let hold = await ask(inTurn(surge.holdUrls));
		for (const url of surge.holdUrls) {
			// A process that is down does not answer: the load balancer of a shop asks another one.
			if (hold.state === 'unanswered') hold = await ask(url);
		}
		const answeredMs = performance.now() - started;
		if (hold.state !== 'held') return { order, answeredMs, transactionId: '' };
		const { out_trade_no, openid, total_fen: total } = order;
		const attach = `${surge.sku}@${surge.price}`;
		const payment = sandbox.pay({ out_trade_no, openid, total, attach });
		void sandbox.notify(payment, { url: inTurn(surge.notifyUrls) });
		return { order, answeredMs, transactionId: payment.transaction_id };
	});
	return await Promise.all(buyers);
}
