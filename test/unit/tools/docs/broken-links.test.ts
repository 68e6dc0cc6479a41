import { brokenLinks } from '../../../../tools/docs/broken-links';

const site: Record<string, string> = {
	'index.html': '<a href="/docs/a.html#one">a</a> <img src="/docs/assets/p.png">',
	'a.html': '<h2 id="one">One</h2> <a href="./b/c.html">c</a> <a href="https://n8n.io">n8n</a>',
	'b/c.html': '<h2 id="订单">订单</h2> <a href="#%E8%AE%A2%E5%8D%95">up</a> <a href="../">home</a>',
	'assets/p.png': '',
};
const files = new Set(Object.keys(site));
const broken = (changed: Record<string, string>): string[] =>
	brokenLinks(
		new Set([...files, ...Object.keys(changed)]),
		(page) => ({ ...site, ...changed })[page] ?? '',
		'/docs/',
	);

it('finds nothing where every link leads somewhere', () => {
	expect(broken({})).toEqual([]);
});

it.each([
	['a page that is missing', '<a href="/docs/z.html">z</a>', '/docs/z.html'],
	['a heading that is missing', '<a href="a.html#two">two</a>', 'a.html#two'],
	['a heading of the page itself', '<a href="#two">two</a>', '#two'],
	['a picture that is missing', '<img src="p.png">', 'p.png'],
	['a link past the site', '<a href="/a.html">a</a>', '/a.html'],
])('finds %s', (_name, html, link) => {
	expect(broken({ 'd.html': html })).toEqual([`d.html → ${link}`]);
});
