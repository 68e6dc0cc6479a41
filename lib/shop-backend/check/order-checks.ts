import type { Answer, Call, Target } from './backend';
import {
	expectStatus,
	failed,
	inWords,
	notChecked,
	passed,
	type Check,
	type Outcome,
} from './check';
import { orderProblems, sumOf } from './order-problems';

const NO_ORDER = 'name an order that your shop knows: --order NUMBER';
/** As n8n asks for a burst of payments. */
const AT_ONCE = 10;

const ask = async (call: Call, out_trade_no: string | undefined, type = 'order.get') =>
	await call(type, { out_trade_no });

/** An order as answered, by the second version of the contract or else the first. */
async function known(call: Call, number: string): Promise<{ answer: Answer; version: 1 | 2 }> {
	const answer = await ask(call, number);
	if (answer.status !== 404) return { answer, version: 2 };
	return { answer: await ask(call, number, 'basket.get'), version: 1 };
}

/** A check of the order that the shop knows. */
const ofOrder = (
	name: string,
	judge: (answer: Answer, target: Target, version: 1 | 2) => Outcome,
): Check => ({
	name,
	run: async (call, target) => {
		if (target.orderNumber === undefined) return notChecked(NO_ORDER);
		const { answer, version } = await known(call, target.orderNumber);
		if (answer.status !== 200 || !answer.json) {
			return failed(
				inWords(answer),
				'Answer 200 with the order as a JSON object in UTF-8. Check the number after --order.',
			);
		}
		return judge(answer, target, version);
	},
});

/** What the backend says of orders. */
export const ORDER_CHECKS: Check[] = [
	{
		name: 'answers 404 for an order that it does not know',
		run: async (call) =>
			expectStatus(
				await ask(call, `检查-${Date.now()}`),
				[404],
				'Answer 404, not an empty order and not an error: n8n records the payment as a draft and names the reason.',
			),
	},
	ofOrder('answers with an order that follows the contract', ({ json = {} }, _, version) => {
		const problems = orderProblems(json);
		if (problems.length > 0) {
			return failed(problems.join(' '), 'Compare the answer with docs/shop-backend.md.');
		}
		return passed(
			version === 2
				? 'order.get'
				: 'basket.get, version 1: implement order.get to bring recipient and remark to Odoo',
		);
	}),
	ofOrder('answers with amounts that add up to the total', ({ json = {} }, { paidFen }) => {
		const sum = sumOf(json);
		const total = Number(json.total_fen ?? paidFen ?? sum);
		if (sum === total && total === (paidFen ?? total)) return passed(`${total} fen`);
		return failed(
			`lines + shipping − discount = ${sum} fen, total_fen = ${String(json.total_fen ?? 'absent')}, paid = ${paidFen ?? 'not given (--paid FEN)'}`,
			'Send unit prices as paid, including tax, shipping_fen and discount_fen, so that they add up to the amount paid to the fen. Otherwise every order becomes a draft.',
		);
	}),
	ofOrder('answers with a recipient', ({ json = {} }, _, version) => {
		if (version === 1) return notChecked('version 1 of the contract has no recipient');
		const { recipient } = json as { recipient?: Record<string, unknown> };
		if (recipient?.street && recipient.name) return passed();
		return failed(
			'no name or no street',
			'Send recipient with name, phone, country, province, city, district, street and postcode. For orders without a parcel this is fine: choose another order.',
		);
	}),
	ofOrder('answers in time', ({ ms }, { limitMs }) =>
		ms <= limitMs
			? passed(`${Math.round(ms)} ms`)
			: failed(
					`${Math.round(ms)} ms`,
					`Answer within ${limitMs / 1000} seconds: WeChat waits 5 seconds for the whole workflow.`,
				),
	),
	{
		name: `answers ${AT_ONCE} calls at once, all alike`,
		run: async (call, { orderNumber }) => {
			if (orderNumber === undefined) return notChecked(NO_ORDER);
			const calls = Array.from({ length: AT_ONCE }, async () => await known(call, orderNumber));
			const answers = await Promise.all(calls);
			const different = new Set(answers.map(({ answer }) => `${answer.status} ${answer.text}`));
			return different.size === 1 && answers[0]?.answer.status === 200
				? passed()
				: failed(
						[...different].join('; '),
						'Read the order, and change nothing: n8n asks again when an answer is lost, and for many orders at once.',
					);
		},
	},
];
