import type { Payment } from '../../sandbox';
import { recordedOrders, type RecordedSaleOrder } from '../services/recorded-orders';
import { proofOf } from './proof';
import type { OrderingStack } from '../services/ordering-stack';

/** The sentence that the demo begins with. */
export const INTRODUCTION = `Ten buyers pay on WeChat, and each payment becomes one order. Look at the phone's shop to buy more, at n8n
under Executions to see each payment pass, and at Odoo under Sales → Orders to see what became of it.
The addresses come last. The first start installs a real n8n and a real Odoo; later ones take a minute.

`;

/**
 * Prints what Odoo holds for each payment, how WeChat was answered, and what that proves.
 *
 * @returns whether all of it is as it should be
 */
export async function printOrders(stack: OrderingStack, payments: Payment[]): Promise<boolean> {
	const orders = await recordedOrders(
		stack.admin,
		payments.map(({ transaction_id }) => transaction_id),
	);
	const rows = payments.map((payment) => {
		const { transaction_id, amount, attach = '' } = payment;
		const deliveries = stack.sandbox.deliveries({ transaction_id });
		const of = orders.filter((order) => order.client_order_ref === transaction_id);
		return [
			transaction_id,
			attach,
			of.map(({ name, state }) => `${name} ${state}`).join(', ') || 'none',
			of.map((order) => order.amount_total.toFixed(2)).join(', '),
			(amount.total / 100).toFixed(2),
			of.map(reservedText).join(', '),
			deliveries
				.map(({ acknowledged, latency_ms, status }) =>
					acknowledged ? Math.round(latency_ms) : `${status ?? 'no answer'}`,
				)
				.join(', '),
		];
	});
	const head = [
		'payment',
		'lines',
		'order',
		'CNY in Odoo',
		'CNY paid',
		'reserved',
		'acknowledged in ms',
	];
	const paid = payments.map(({ transaction_id, amount }) => ({
		total: amount.total,
		orders: orders.filter((order) => order.client_order_ref === transaction_id),
		deliveries: stack.sandbox.deliveries({ transaction_id }),
	}));
	const { text, holds } = proofOf(paid);
	process.stdout.write(`\n${table([head, ...rows])}\n\n${text}\n`);
	return holds;
}

function reservedText({ state, reserved, ordered }: RecordedSaleOrder): string {
	return state === 'sale' ? `${reserved} of ${ordered}` : 'no: draft for review';
}

function table(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	return rows
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

/** The addresses to open, and how to send another payment. */
export function explainDemo({ n8n, odoo, sandbox }: OrderingStack, notifyUrl: string): string {
	const roles = n8n.processors.map(({ role, url }) => `         ${url}   ${role}\n`).join('');
	return `
n8n      ${n8n.url}   ${n8n.owner.email} / ${n8n.owner.password}
${roles}Odoo     ${odoo.url}/odoo   ${odoo.admin.login} / ${odoo.admin.password}
Phone    ${sandbox.url}/phone/   buy, ship, refund, cause faults
WeChat   ${sandbox.url}   (the sandbox), which notifies ${notifyUrl}

Another payment:
  curl ${sandbox.url}/sandbox/payments -d '{"total": 9900, "attach": "TEE-RED-M@9900"}'

Ctrl-C stops everything.
`;
}
