import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface AptEntry {
	uri: string;
	suites: string[];
	components: string[];
}

/**
 * The archive that this machine's own apt installs Debian from: the first entry for exactly the
 * suite `codename` with the component `main`. Security, backports and third parties have others.
 *
 * @param sources contents of the files under /etc/apt, keyed by file name (`.list` or `.sources`)
 */
export function mirrorFrom(sources: Record<string, string>, codename: string): string | undefined {
	return Object.entries(sources)
		.flatMap(([name, text]) => (name.endsWith('.sources') ? fromDeb822(text) : fromLines(text)))
		.find(({ suites, components }) => suites.includes(codename) && components.includes('main'))
		?.uri;
}

const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean);

function fromDeb822(text: string): AptEntry[] {
	const uncommented = text.replace(/^#.*\n?/gm, '');
	return uncommented.split(/\n\s*\n/).flatMap((stanza) => {
		const fields = new Map(
			[...stanza.matchAll(/^([\w-]+):(.*(?:\n[ \t].*)*)/gm)].map(([, key = '', value = '']) => [
				key.toLowerCase(),
				value,
			]),
		);
		if (!words(fields.get('types')).includes('deb')) return [];
		if (/^\s*(no|false|off|0)\s*$/i.test(fields.get('enabled') ?? '')) return [];
		const suites = words(fields.get('suites'));
		const components = words(fields.get('components'));
		return words(fields.get('uris')).map((uri) => ({ uri, suites, components }));
	});
}

function fromLines(text: string): AptEntry[] {
	return text.split('\n').flatMap((line) => {
		const entry = /^\s*deb\s+(?:\[[^\]]*\]\s*)?(\S+)\s+(\S+)([^#]*)/.exec(line);
		const [, uri, suite, components] = entry ?? [];
		return uri && suite ? [{ uri, suites: [suite], components: words(components) }] : [];
	});
}

/** The mirror that this machine's apt configuration names; undefined where it is not Debian. */
export async function machineMirror(): Promise<string | undefined> {
	const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
	if (!/^ID=debian$/m.test(release)) return undefined;
	const codename = /^VERSION_CODENAME="?([\w-]+)/m.exec(release)?.[1] ?? 'sid';
	const extra = await readdir('/etc/apt/sources.list.d').catch(() => []);
	const files = ['sources.list', ...extra.map((name) => join('sources.list.d', name))];
	const sources: Record<string, string> = {};
	for (const name of files.filter((file) => /\.(list|sources)$/.test(file))) {
		sources[name] = await readFile(join('/etc/apt', name), 'utf8').catch(() => '');
	}
	return mirrorFrom(sources, codename);
}
