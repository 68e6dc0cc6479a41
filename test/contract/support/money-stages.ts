import type { IDataObject } from 'n8n-workflow';

import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { readDailyRate } from '../../../lib/settlement/daily-rates';
import { writeRates } from '../../../lib/settlement/odoo/write-rates';
import { record } from './recording';
import type { SettledShop } from './settled-shop';

/** Records what the reconciliation finds missing: two payments and a refund. */
export async function recordWhatWasMissing(shop: SettledShop): Promise<void> {
	const { user, payments, sandbox, order } = shop;
	await record(user, [payments[2]!, payments[5]!].map(order));
	const { mchid, transaction_id, out_trade_no, amount } = payments[0]!;
	const { refund_id } = sandbox.refunds()[0]!;
	await recordRefund(
		user,
		{
			...{ mchid, transaction_id, out_trade_no, total_fen: amount.total, currency: 'CNY' },
			...{ refund_id, refund_fen: 3_333, refund_status: 'SUCCESS' },
		},
		{ creditNote: true, cancelWhenRefunded: true, dryRun: false },
	);
}

/** An order that WeChat does not know. */
export function typedIn({ order, payments, days }: SettledShop): PaidOrder {
	return order({
		...payments[6]!,
		transaction_id: `4200009999${days[2]?.replaceAll('-', '')}0000000001`,
		out_trade_no: 'TYPED-IN-1',
	});
}

/** Brings Odoo to what the reconciliation leaves behind. */
export async function reconciled(shop: SettledShop): Promise<void> {
	await recordWhatWasMissing(shop);
	await record(shop.user, [typedIn(shop)]);
}

/** Enters the statements of the first three days into the ledger, too. */
export async function stamped(shop: SettledShop): Promise<void> {
	await reconciled(shop);
	for (const day of [0, 1, 2]) await shop.run('recordStatement', await shop.statement(day));
}

/** Divides what the bank received among the orders, too. */
export async function received(shop: SettledShop): Promise<void> {
	await stamped(shop);
	await writeRates(shop.administrator, await ratesOf(shop), false);
	const payouts = await openPayouts(shop);
	const parameters = { receiptsFrom: 'input' };
	await shop.run('recordReceipts', payouts, parameters, bankReceipts(shop, payouts));
}

/** What a day's rates are, seen from the company's currency. */
export async function ratesOf({ shop, days }: SettledShop) {
	const [company] = await shop.admin.call<Array<{ currency_id: [number, string] }>>(
		'res.company',
		'search_read',
		[[], ['currency_id']],
		{ limit: 1 },
	);
	const home = company!.currency_id[1];
	const date = days[0]!;
	return [
		{ from: 'USD', to: 'CNY', rate: '7.1', date },
		{ from: 'USD', to: 'INR', rate: '85', date },
		...(home === 'EUR' ? [{ from: 'EUR', to: 'USD', rate: '1.1', date }] : []),
	].map(readDailyRate);
}

/** The payouts of the first three days. */
export async function openPayouts({ payouts, days }: SettledShop): Promise<IDataObject[]> {
	const until = days[3]!.replaceAll('-', '');
	return (await payouts()).filter(({ settlement_date }) => String(settlement_date) <= until);
}

/** What the bank received for each payout, in INR; the first receipt names its payout. */
export const bankReceipts = ({ days }: SettledShop, payouts: IDataObject[]): IDataObject[] =>
	payouts.map((payout, index) => ({
		reference: index === 0 ? `NEFT ${String(payout.batch_id)}` : `NEFT ${index}`,
		date: days[3],
		amount: ((Number(payout.settled_fen) * 84) / 100).toFixed(2),
		currency: 'INR',
		charges: '11.80',
		original_amount: String(payout.settled),
		original_currency: 'USD',
	}));
