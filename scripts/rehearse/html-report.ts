import { barChart, curves, escapeXml } from './chart';
import type { RehearsalReport } from './report';
import { headline, rows } from './rows';

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fff; --good: #2e9e6b; --bad: #d64545; --faint: #8794a5; --second: #3b7dd8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ecf2; --paper: #14181f; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 720px; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } td { padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--faint); vertical-align: top; }
.verdict { display: inline-block; padding: .2rem .8rem; border-radius: .4rem; color: #fff; font-weight: 600; }
.yes { background: var(--good); } .no { background: var(--bad); }
svg { width: 100%; height: auto; } text { fill: var(--ink); font-size: 10px; }
rect.good { fill: var(--good); } rect.bad { fill: var(--bad); }
line.limit { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 4 3; } line.axis { stroke: var(--faint); }
polyline { fill: none; stroke-width: 2; }
.line0 { stroke: var(--faint); } .line1 { stroke: var(--second); } .line2 { stroke: var(--good); }
.name0 { fill: var(--faint); } .name1 { fill: var(--second); } .name2 { fill: var(--good); }
`;

/** The report as one page with its charts, which loads nothing from anywhere. */
export function htmlReport(report: RehearsalReport): string {
	const { ready, reasons, changes, acknowledgement, reservation, timeline } = report;
	const list = (title: string, entries: string[]) =>
		entries.length === 0
			? ''
			: `<h2>${title}</h2><ul>${entries.map((one) => `<li>${escapeXml(one)}</li>`).join('')}</ul>`;
	const table = rows(report)
		.map(([name, value]) => `<tr><td>${escapeXml(name)}</td><td>${escapeXml(value)}</td></tr>`)
		.join('\n');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Campaign rehearsal: ${escapeXml(report.profile.name)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Campaign rehearsal</h1>
<p>${escapeXml(headline(report))}</p>
<p><span class="verdict ${ready ? 'yes' : 'no'}">${ready ? 'Ready' : 'Not ready'}</span></p>
${list('Why not', reasons)}
${list('What to change', changes)}
<h2>First deliveries: how long until acknowledged</h2>
<p>The dashed line is the 5 seconds that WeChat waits; what is beyond was not acknowledged and is sent again.</p>
${barChart('Acknowledgement of first deliveries', acknowledgement.histogram, acknowledgement.limitMs)}
<h2>From payment to reserved order</h2>
${barChart('Time from payment to reserved order', reservation.histogram)}
<h2>Over time</h2>
${curves('Payments, acknowledgements and reserved orders over time', timeline.stepSeconds, [
	{ name: 'paid', values: timeline.paid },
	{ name: 'acknowledged', values: timeline.acknowledged },
	{ name: 'reserved', values: timeline.reserved },
])}
<h2>Figures</h2>
<table>
${table}
</table>
</body>
</html>
`;
}
