import { answers, isAlive, runToEnd } from './processes';
import { withSignsOfLife, type Progress } from './progress';

/** What every container and volume made here is called, and labelled with its owner's process id. */
const PREFIX = 'n8n-nodes-wechat-odoo';
const OWNER = `${PREFIX}.owner`;

/** Whether a Docker engine answers within 10 s. */
export async function dockerRuns(): Promise<boolean> {
	return await runToEnd('docker', ['info', '--format', '{{.ServerVersion}}'], {
		timeout: 10_000,
	}).then(
		(version) => version.trim() !== '',
		() => false,
	);
}

export async function docker(args: string[], input?: string): Promise<string> {
	return await runToEnd('docker', args, input === undefined ? {} : { input });
}

/** A name under the project's prefix. */
export const dockerName = (...parts: (string | number)[]) => [PREFIX, ...parts].join('-');

/** The label by which a later run finds what a killed one left. */
export const ownerLabel = (pid = process.pid) => ['--label', `${OWNER}=${pid}`];

/** Lists containers or volumes of this project whose name goes on with `name`. */
export async function listDocker(
	command: string[],
	name: string,
	format: string,
): Promise<string[]> {
	const filter = ['--filter', `name=${dockerName(name)}`, '--format', format];
	return (await docker([...command, ...filter])).split('\n').filter(Boolean);
}

/** Fetches an image unless it is there. */
export async function pullOnce(image: string, progress: Progress): Promise<void> {
	if (await answers('docker', ['image', 'inspect', image])) return;
	await withSignsOfLife(progress, `fetching the Docker image ${image}`, async () => {
		await docker(['pull', '--quiet', image]);
	});
}

/** Names of the containers and volumes whose owner's process is not alive. */
export function abandoned(listing: string, alive: (pid: number) => boolean): string[] {
	return listing
		.split('\n')
		.map((line) => line.trim().split(' '))
		.filter(([name, owner]) => name && owner && !alive(Number(owner)))
		.map(([name = '']) => name);
}

/** Removes the containers and volumes of processes that were killed. Returns their names. */
export async function removeDeadContainers(): Promise<string[]> {
	const only = ['--filter', `label=${OWNER}`, '--format'];
	const label = `{{.Label "${OWNER}"}}`;
	const containers = abandoned(
		await docker(['ps', '--all', ...only, `{{.Names}} ${label}`]),
		isAlive,
	);
	if (containers.length > 0) await docker(['rm', '--force', ...containers]);
	const volumes = abandoned(await docker(['volume', 'ls', ...only, `{{.Name}} ${label}`]), isAlive);
	if (volumes.length > 0) await docker(['volume', 'rm', '--force', ...volumes]);
	return [...containers, ...volumes];
}
