import { escapeHtml } from '../../lib/core/outside-text';
import { CHART_STYLE } from './chart';
import { chartsOf } from './charts';
import type { RehearsalReport } from './report';
import { headline, rows } from './rows';

const STYLE = `${CHART_STYLE}
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 720px; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } td { padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--faint); vertical-align: top; }
.verdict { display: inline-block; padding: .2rem .8rem; border-radius: .4rem; color: #fff; font-weight: 600; }
.yes { background: var(--good); } .no { background: var(--bad); }
svg { width: 100%; height: auto; }
`;

/** The report as one page with its charts, which loads nothing from anywhere. */
export function htmlReport(report: RehearsalReport): string {
	const { ready, reasons, changes } = report;
	const list = (title: string, entries: string[]) =>
		entries.length === 0
			? ''
			: `<h2>${title}</h2><ul>${entries.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`;
	const table = rows(report)
		.map(([name, value]) => `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(value)}</td></tr>`)
		.join('\n');
	const charts = chartsOf(report)
		.map(({ title, note, svg }) => `<h2>${title}</h2>${note ? `<p>${note}</p>` : ''}\n${svg}`)
		.join('\n');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Campaign rehearsal: ${escapeHtml(report.profile.name)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Campaign rehearsal</h1>
<p>${escapeHtml(headline(report))}</p>
<p><span class="verdict ${ready ? 'yes' : 'no'}">${ready ? 'Ready' : 'Not ready'}</span></p>
${list('Why not', reasons)}
${list('What to change', changes)}
${charts}
<h2>Figures</h2>
<table>
${table}
</table>
</body>
</html>
`;
}
