import { once } from 'node:events';

import { reasonOf } from './reason';
import { readCommandLine, USAGE, type Command } from './command-line';
import { cleanUp, cleanUpAtExit } from './processes';
import { progressFor } from './progress';
import type { Service } from './service';
import { SERVICES } from './service-list';

const print = (text: string) => process.stdout.write(`${text}\n`);

async function up(services: Service[]): Promise<void> {
	for (const service of services) {
		const lines = await service.start(progressFor(service.name));
		print(`\n${service.name}: ${lines.join('\n  ')}`);
	}
	print('\nRunning until Ctrl-C.');
	// Servers from the environment are not ours: nothing else would keep this process.
	const waiting = setInterval(() => undefined, 60_000);
	await once(process, 'exit');
	clearInterval(waiting);
}

async function status(): Promise<void> {
	for (const service of SERVICES) {
		print(service.name);
		const installed = await service.installed();
		for (const line of installed.length > 0 ? installed : ['not installed']) print(`  ${line}`);
		const running = await service.running();
		for (const line of running.length > 0 ? running : ['nothing']) print(`  running: ${line}`);
	}
}

async function down(): Promise<void> {
	for (const service of SERVICES) {
		for (const line of await service.removeLeftovers()) print(`removed ${line}`);
		for (const line of await service.running()) {
			print(`${service.name} is in use (end its owner with Ctrl-C): ${line}`);
		}
	}
}

async function main(): Promise<void> {
	const known = SERVICES.map(({ name }) => name);
	const { command, names } = readCommandLine(process.argv.slice(2), known);
	const run: Record<Command, () => Promise<void>> = {
		up: async () => await up(SERVICES.filter(({ name }) => names.includes(name))),
		status,
		down,
	};
	await run[command]();
}

cleanUpAtExit(async () => {});
main().catch(async (error: unknown) => {
	process.stderr.write(`${reasonOf(error)}\n`);
	if (error instanceof Error && /^(Unknown|There is no service)/.test(error.message)) print(USAGE);
	await cleanUp();
	process.exit(1);
});
