import { runToEnd } from './processes';

/** No scripts unless asked for, nothing but the packages themselves, the npm cache before the network. */
const QUIET = [
	'--ignore-scripts',
	'--no-audit',
	'--no-fund',
	'--prefer-offline',
	'--loglevel=error',
];

/** Runs npm without the settings that `npm run` hands down from this project. @returns its output */
export async function npm(
	args: string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
	return await runToEnd('npm', [...args.slice(0, 1), ...QUIET, ...args.slice(1)], {
		cwd: options.cwd,
		env: { ...withoutNpmSettings(process.env), ...options.env },
	});
}

/** `npm run` tells its children its settings by environment; only registry, proxy and cache concern others. */
export function withoutNpmSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const kept =
		/^npm_config_(registry|cache|cafile|proxy|https?_proxy|noproxy|userconfig)$|^npm_config_\/\//i;
	return Object.fromEntries(
		Object.entries(env).filter(
			([name]) => name !== 'NODE_OPTIONS' && (!/^npm_/i.test(name) || kept.test(name)),
		),
	);
}
