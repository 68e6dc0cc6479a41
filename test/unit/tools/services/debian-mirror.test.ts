import { mirrorFrom } from '../../../../tools/services/debian-mirror';

const deb822 = (fields: Record<string, string>) =>
	Object.entries(fields)
		.map(([name, value]) => `${name}: ${value}\n`)
		.join('');

const security = deb822({
	Types: 'deb',
	URIs: 'http://security.invalid/debian-security',
	Suites: 'bookworm-security',
	Components: 'main',
});

const main = deb822({
	Types: 'deb deb-src',
	URIs: 'http://mirror.invalid/debian',
	Suites: 'bookworm bookworm-updates',
	Components: 'main contrib',
});

test('the main archive is found among others in the deb822 format, comments left out', () => {
	const commented = main.replace('Suites', '# Suites: trixie\nSuites');
	const sources = { 'sources.list.d/debian.sources': `${security}\n${commented}\n` };
	expect(mirrorFrom(sources, 'bookworm')).toBe('http://mirror.invalid/debian');
});

test('the main archive is found in the one-line format, options and comments left out', () => {
	const list = [
		'# deb http://commented.invalid/debian bookworm main',
		'deb-src http://source.invalid/debian bookworm main',
		'deb http://security.invalid/debian-security bookworm-security main',
		'deb http://third.invalid/apt bookworm stable # main',
		'deb [arch=amd64 signed-by=/usr/share/keyrings/a.gpg] https://mirror.invalid/debian/ bookworm main',
	].join('\n');
	expect(mirrorFrom({ 'sources.list': list }, 'bookworm')).toBe('https://mirror.invalid/debian/');
});

test('a stanza that is switched off is no mirror', () => {
	expect(mirrorFrom({ 'a.sources': `Enabled: no\n${main}` }, 'bookworm')).toBeUndefined();
	expect(mirrorFrom({ 'a.sources': `Enabled: yes\n${main}` }, 'bookworm')).toBeDefined();
});

test('a value may go on in the next lines', () => {
	const stanza =
		'Types: deb\nURIs:\n http://mirror.invalid/debian\nSuites: bookworm\nComponents: main\n';
	expect(mirrorFrom({ 'a.sources': stanza }, 'bookworm')).toBe('http://mirror.invalid/debian');
});

test('another release of Debian is not taken', () => {
	expect(mirrorFrom({ 'a.sources': main }, 'trixie')).toBeUndefined();
});
