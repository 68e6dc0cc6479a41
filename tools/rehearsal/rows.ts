import { FAULTS } from './faults';
import { titleOf } from './profiles';
import type { RehearsalReport } from './report';

const ms = (value: number | null) => {
	if (value === null) return '–';
	return value < 1000 ? `${value} ms` : `${(value / 1000).toFixed(1)} s`;
};

/** What the rehearsal was, in one sentence. */
export function headline(report: RehearsalReport): string {
	const { profile, mode, compress, machine, servers, queue } = report;
	const processes = queue
		? `, n8n with ${queue.webhooks} webhook processors and ${queue.workers} workers`
		: '';
	const pace = compress === 1 ? '' : `, ${compress} times as fast`;
	const answered =
		mode === 'workflow' ? 'acknowledged by the workflow' : 'acknowledged immediately';
	return `${titleOf(profile)}${pace}, ${answered}; n8n and Odoo ${servers}${processes}, ${machine.cores} processor cores here, load average ${machine.loadAverage.toFixed(1)} at the end`;
}

/** The figures as rows of name and value, for the terminal and the page alike. */
export function rows(report: RehearsalReport): Array<[name: string, value: string]> {
	const { acknowledgement, reservation, ordersPerSecond, odoo, recovery, executions } = report;
	const { first, late, refused, cut } = acknowledgement;
	return [
		['payments', `${report.orders} in ${report.seconds} s, seed ${report.seed}`],
		[
			'first deliveries acknowledged',
			`${first.count} of ${first.count + late + refused + cut} (${late} too late, ${refused} refused, ${cut} cut off)`,
		],
		['acknowledged after', `p50 ${ms(first.p50)}, p99 ${ms(first.p99)}, slowest ${ms(first.max)}`],
		['resends caused', String(report.resends)],
		[
			'payment to reserved order',
			`p50 ${ms(reservation.p50)}, p95 ${ms(reservation.p95)}, slowest ${ms(reservation.max)}`,
		],
		[
			'orders a second',
			`${ordersPerSecond.average} on average, ${ordersPerSecond.busiest10s} in the busiest 10 s`,
		],
		[
			'Odoo calls an order',
			`${odoo.callsPerOrder} (${odoo.calls} calls, p50 ${ms(odoo.ms.p50)}, p95 ${ms(odoo.ms.p95)})`,
		],
		['failed executions', `${executions.failed} failed, ${executions.crashed} crashed`],
		[
			'notified again at the end',
			`${recovery.acknowledged} acknowledged without an order, ${recovery.waiting} before their next resend; ${recovery.recovered} recovered`,
		],
		['units without stock', String(report.short)],
		['oversold units', String(report.oversold)],
		['wrong orders', String(report.wrong)],
		['lost', String(report.lost)],
		['doubled', String(report.doubled)],
		...report.faults.map(({ kind, atS, seconds }): [string, string] => [
			`fault ${kind}`,
			`from ${atS} s on for ${seconds} s: ${FAULTS[kind].words}`,
		]),
	];
}
