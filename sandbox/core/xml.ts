/** Flat XML as APIv2 writes it: integers bare where WeChat has them bare, everything else in CDATA. */
export function writeXml(
	root: 'xml' | 'root',
	fields: Record<string, string>,
	bare: readonly string[] = [],
): string {
	const lines = Object.entries(fields).map(([name, value]) => {
		const content = bare.includes(name) ? value : cdata(value);
		return `<${name}>${content}</${name}>`;
	});
	return `<${root}>\n${lines.join('\n')}\n</${root}>`;
}

/** A CDATA section cannot hold its own end: it is cut in two there. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const FIELD = /\s*<([A-Za-z_][\w.-]*)>((?:<!\[CDATA\[(?:(?!\]\]>).)*\]\]>|[^<&])*)<\/\1>/gsy;
const SECTION = /<!\[CDATA\[(.*?)\]\]>/gs;

/** The fields of flat XML with the root `xml` and nothing around it; undefined for anything else. */
export function readXml(text: string): Record<string, string> | undefined {
	const [, inner] = /^<xml>(.*)<\/xml>$/s.exec(text.trim()) ?? [];
	if (inner === undefined) return undefined;
	const fields: Record<string, string> = {};
	let end = 0;
	for (const [whole, name = '', content = ''] of inner.matchAll(FIELD)) {
		fields[name] = content.replace(SECTION, '$1');
		end += whole.length;
	}
	return inner.slice(end).trim() === '' ? fields : undefined;
}
