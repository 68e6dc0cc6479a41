import { writeFile } from 'node:fs/promises';

import { reasonOf } from '../services/reason';
import { writeCharts } from './charts';
import { readCommandLine } from './command-line';
import { htmlReport } from './html-report';
import { ownServers } from './own-servers';
import { rehearse } from './rehearse';
import { textReport } from './text-report';
import { USAGE } from './usage';
import { cleanUp } from '../services/processes';
import { progressFor } from '../services/progress';

/** Plays a campaign day through the real chain. Ends with 0 when the chain is ready, else with 1. */
async function main(): Promise<number> {
	const asked = readCommandLine(process.argv.slice(2), String(Date.now()));
	if (!asked) {
		process.stdout.write(`${USAGE}\n`);
		return 0;
	}
	const { own, report: page, charts, json, ...rehearsal } = asked;
	const servers = own ? { own: await ownServers(own, process.env) } : {};
	const report = await rehearse({ ...rehearsal, ...servers }, progressFor('rehearse'));
	const figures = `${page.replace(/\.html?$/, '')}.json`;
	await writeFile(page, htmlReport(report));
	await writeFile(figures, `${JSON.stringify(report, null, '\t')}\n`);
	if (charts !== undefined) {
		const { profile, mode, queue } = rehearsal;
		await writeCharts(report, charts, `${profile.name}-${mode}${queue ? '-queue' : ''}`);
	}
	process.stdout.write(
		`${textReport(report)}\n${page} and ${figures} have the charts and figures.\n`,
	);
	if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
	return report.ready ? 0 : 1;
}

main()
	.catch((error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		return 1;
	})
	.then(async (status) => {
		await cleanUp();
		process.exit(status);
	});
