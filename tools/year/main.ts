import { cleanUp } from '../services/processes';
import { progressFor } from '../services/progress';
import { reasonOf } from '../services/reason';
import { readYearCommand, USAGE } from './command-line';
import { playYear } from './play';
import { yearReport, yearText } from './report';
import { startYearChain } from './year-chain';

/** Plays a year. Ends with 0 when all of it held, else with 1. */
async function main(): Promise<number> {
	const asked = readYearCommand(process.argv.slice(2));
	if (!asked) {
		process.stdout.write(`${USAGE}\n`);
		return 0;
	}
	const { plan, json } = asked;
	const chain = await startYearChain(Date.parse(`${plan.from}T00:00:00+08:00`));
	const began = performance.now();
	const record = await playYear(chain, plan, progressFor('year'));
	const report = yearReport(record, {
		...{ plan, seconds: Math.round((performance.now() - began) / 1000) },
		...{ deliveries: chain.sandbox.deliveries().length, until: chain.clock.now() },
	});
	process.stdout.write(`${yearText(report)}\n`);
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
