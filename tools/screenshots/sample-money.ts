import { createHash } from 'node:crypto';

import { connectOdoo } from '../../lib/odoo/connect';
import { runSetUp } from '../../lib/set-up/run-set-up';
import { setUpSteps } from '../../lib/set-up/set-up-steps';
import { money } from '../../lib/core/money';
import { readRateTable } from '../../lib/settlement/odoo/currencies';
import { recordReceipts } from '../../lib/settlement/odoo/record-receipts';
import { recordStatement } from '../../lib/settlement/odoo/record-statement';
import { readReceipt } from '../../lib/settlement/receipt';
import type { StatementRow } from '../../lib/settlement/statement-row';
import type { Payment } from '../../sandbox';
import type { OdooServer } from '../services/odoo-server';

const CURRENCIES = ['CNY', 'USD', 'INR'];
/** Sample figures: cents for one fen, WeChat's fee, and paise for one cent. */
const [USD_PER_CNY, FEE, INR_PER_USD] = [0.139, 0.01, 83.5];
const BATCH = '2026112200000001';

/** Sets Odoo up as an administrator does, money included. */
export async function setUpMoney(odoo: OdooServer): Promise<void> {
	await runSetUp(await asAdministrator(odoo), setUpSteps({ currencies: CURRENCIES }));
}

/** Records for each payment what WeChat would settle for it in USD, and one bank receipt of all of it in INR. */
export async function recordSampleMoney(odoo: OdooServer, payments: Payment[]): Promise<void> {
	const client = await asAdministrator(odoo);
	const rows = payments.map(statementRow);
	await recordStatement(client, rows);
	const cents = rows.reduce((sum, { settled, fee }) => sum + settled.amount - fee.amount, 0);
	const date = rows[0]?.date ?? '';
	const days = { date, from: date, until: date };
	const receipt = readReceipt({
		...{ reference: 'SAMPLE-0001', narration: BATCH, date, currency: 'INR' },
		amount: (Math.round(cents * INR_PER_USD) / 100).toFixed(2),
		...{ original_amount: (cents / 100).toFixed(2), original_currency: 'USD' },
	});
	const { review } = await recordReceipts(
		client,
		[{ batch_id: BATCH, ...days, settled: money(cents, 'USD') }],
		[receipt],
		{
			tolerance: { days: 3, basisPoints: 100 },
			...{ purposeCode: 'P0102', rates: await readRateTable(client, CURRENCIES) },
		},
	);
	if (review[0]) throw new Error(review[0].reason);
}

function statementRow({ mchid, transaction_id, out_trade_no, amount }: Payment): StatementRow {
	const [paid, cents] = [money(amount.total, 'CNY'), Math.round(amount.total * USD_PER_CNY)];
	const settled = money(cents, 'USD');
	return {
		...{ kind: 'payment', mchid, transaction_id, out_trade_no },
		...{ date: '2026-11-22', paid, settled, converted: { from: paid, to: settled } },
		fee: money(Math.round(cents * FEE), 'USD'),
		document: createHash('sha1').update(BATCH).digest('hex'),
	};
}

const asAdministrator = async ({ url, database, admin }: OdooServer) =>
	await connectOdoo({
		...{ url, database, login: admin.login, secret: admin.password },
		...{ protocol: 'xmlrpc', timeoutMs: 120_000 },
	});
