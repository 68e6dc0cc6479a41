import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { canInstallPackages, installPackages } from './debian-packages';
import { machineMirror, mirrorFrom } from './debian-mirror';
import { answers, runToEnd } from './processes';
import { withSignsOfLife, type Progress } from './progress';

/** What to install where: `suite` is the base, `packagesFrom` a second suite used for `packages` only. */
export interface DebianRootRecipe {
	suite: string;
	packagesFrom?: string;
	packages: string[];
}

const ENVIRONMENT = [
	'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
	'HOME=/',
	'LANG=C.UTF-8',
	'DEBIAN_FRONTEND=noninteractive',
];

/**
 * Prefixes a command so that it, its children and its mounts cannot outlive this process: the
 * kernel kills the new process namespace with its first process, and that one with its parent,
 * even when this process is killed outright. Mounts and shared memory vanish with them.
 */
function contained(shellScript: string, args: string[]): [string, string[]] {
	const namespaces = ['--mount', '--pid', '--ipc', '--fork', '--kill-child', '--mount-proc'];
	return [
		'setpriv',
		['--pdeathsig', 'KILL', 'unshare', ...namespaces, 'sh', '-ec', shellScript, ...args],
	];
}

/** The command line that runs `command` inside the root folder, as `user` of that root. */
export function inRoot(root: string, user: string, command: string[]): [string, string[]] {
	const script = [
		'user=$1',
		'shift',
		'mount --rbind /dev "$0/dev"',
		'mount -t tmpfs -o mode=1777 tmpfs "$0/dev/shm"',
		'mount -t proc proc "$0/proc"',
		// Not `exec`: the kernel forgets whom to die with in a process that changes its user.
		'chroot "--userspec=$user" "$0" "$@"',
		'exit 0',
	].join('\n');
	return contained(script, [root, user, 'env', '-i', ...ENVIRONMENT, ...command]);
}

/** Makes a minimal Debian in `root` and installs the packages, without starting any service. */
export async function installDebianRoot(
	root: string,
	recipe: DebianRootRecipe,
	progress: Progress,
): Promise<void> {
	await requireDebootstrap(progress);
	const given = await machineMirror();
	const { suite, packagesFrom, packages } = recipe;
	const bootstrap = 'exec debootstrap --variant=minbase --include=ca-certificates "$@"';
	await withSignsOfLife(progress, `unpacking Debian ${suite}`, async () => {
		await runToEnd(
			...contained(bootstrap, ['debootstrap', suite, root, ...(given ? [given] : [])]),
		);
	});

	const mirror = given ?? (await mirrorOf(root, suite));
	const suites = packagesFrom ? [suite, packagesFrom] : [suite];
	const pin = (name: string, priority: number) =>
		`Package: *\nPin: release n=${name}\nPin-Priority: ${priority}\n`;
	const files: Record<string, string> = {
		'etc/apt/sources.list': suites.map((name) => `deb ${mirror} ${name} main\n`).join(''),
		'etc/apt/preferences.d/suites': `${pin(suite, 990)}\n${packagesFrom ? pin(packagesFrom, 100) : ''}`,
		// A mirror's release file of an old or a moving suite can be past its date.
		'etc/apt/apt.conf.d/99release-dates': 'Acquire::Check-Valid-Until "false";\n',
		'etc/dpkg/dpkg.cfg.d/no-sync': 'force-unsafe-io\n',
		'usr/sbin/policy-rc.d': '#!/bin/sh\nexit 101\n',
		'etc/postgresql-common/createcluster.d/none.conf': 'create_main_cluster = false\n',
	};
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, name)), { recursive: true });
		await writeFile(join(root, name), text);
	}
	await chmod(join(root, 'usr/sbin/policy-rc.d'), 0o755);
	await cp('/etc/resolv.conf', join(root, 'etc/resolv.conf'), { dereference: true });

	const script =
		'apt-get update -q && apt-get install -q -y --no-install-recommends "$@" && apt-get clean';
	await withSignsOfLife(progress, `installing ${packages.join(', ')}`, async () => {
		await runToEnd(...inRoot(root, 'root', ['sh', '-ec', script, 'install', ...packages]));
	});
}

/** The mirror that debootstrap chose by itself. */
async function mirrorOf(root: string, suite: string): Promise<string> {
	const list = await readFile(join(root, 'etc/apt/sources.list'), 'utf8').catch(() => '');
	const mirror = mirrorFrom({ 'sources.list': list }, suite);
	if (!mirror) throw new Error(`${root}/etc/apt/sources.list names no Debian mirror`);
	return mirror;
}

const DEBIAN_KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';

async function requireDebootstrap(progress: Progress): Promise<void> {
	// Without Debian's keys debootstrap would go on unchecked.
	if ((await answers('debootstrap', ['--version'])) && existsSync(DEBIAN_KEYS)) return;
	await withSignsOfLife(progress, 'installing debootstrap', async () => {
		await installPackages(['debootstrap', 'debian-archive-keyring']);
	});
}

/** Whether this is root on Debian or Ubuntu, allowed to mount. */
export async function debianIsPossible(): Promise<boolean> {
	return (await canInstallPackages()) && (await answers(...contained('exec true', [])));
}

/** Takes a root folder away. Never crosses into a mount, should one be left from elsewhere. */
export async function removeDebianRoot(root: string, progress: Progress): Promise<void> {
	await withSignsOfLife(progress, `removing ${root}`, async () => {
		await runToEnd(...contained('exec rm -rf --one-file-system "$0"', [root]));
	});
}
