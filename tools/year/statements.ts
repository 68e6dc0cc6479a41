import type { Template } from '../package/template-check';

/** Payouts are the bank's side, which the year has no bank for. */
const OF_PAYOUTS = ['Get Settlements', 'Record Receipts', 'To-Do: Look at Payout'];

/** The template FX Recording for the days that a call names as `dates`, instead of the last seven. */
export const statementsOfDays = (template: Template): Template => ({
	...template,
	nodes: template.nodes.map((node) => {
		if (OF_PAYOUTS.includes(node.name)) return { ...node, disabled: true };
		if (node.name !== 'Last Days') return node;
		const date = { id: 'date', name: 'date', type: 'array', value: '={{ $json.body.dates }}' };
		return {
			...node,
			parameters: { ...node.parameters, assignments: { assignments: [date] } },
		};
	}),
});
