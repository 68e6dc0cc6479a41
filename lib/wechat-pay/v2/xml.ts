import { IntegrationError } from '../../core/errors';

/** Real messages of APIv2 have some 2 KB. */
export const MAX_XML_BYTES = 64 * 1024;

const NAME = /[A-Za-z_][\w.-]{0,63}/y;
const TEXT = /[^<]*/y;
const REFERENCE = /&(?:(lt|gt|amp|quot|apos);)?/g;
const CDATA_END = ']]>';
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The fields of APIv2's flat XML: one root, in it elements with text or CDATA. Everything else that XML
 * can be is refused: declarations, document types, other entities, attributes, comments, nesting,
 * anything around the root, a field twice, another character set. One pass, each character looked at once.
 *
 * @throws IntegrationError `WECHAT_XML_REFUSED`
 */
export function readFlatXml(bytes: Buffer, root: 'xml' | 'root'): Record<string, string> {
	if (bytes.length > MAX_XML_BYTES) throw refused('It is too large.');
	return new FlatXml(decode(bytes)).read(root);
}

function decode(bytes: Buffer): string {
	try {
		// A byte order mark is not white space: it is refused with everything else before the root.
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw refused('It is not UTF-8.');
	}
}

class FlatXml {
	private at = 0;

	constructor(private readonly xml: string) {}

	read(root: string): Record<string, string> {
		// Without a prototype, `__proto__` is a name like any other.
		const fields = Object.create(null) as Record<string, string>;
		this.space();
		this.expect(`<${root}>`);
		for (this.space(); !this.take(`</${root}>`); this.space()) {
			this.expect('<');
			const name = this.match(NAME);
			this.expect('>');
			if (name in fields) throw refused('It has a field twice.');
			fields[name] = this.content();
			this.expect(`</${name}>`);
		}
		this.space();
		if (this.at !== this.xml.length) throw refused('It continues after its end.');
		return { ...fields };
	}

	private content(): string {
		let text = '';
		for (;;) {
			text += this.match(TEXT).replace(REFERENCE, character);
			if (!this.take('<![CDATA[')) return text;
			text += this.upTo(CDATA_END);
		}
	}

	private upTo(end: string): string {
		const found = this.xml.indexOf(end, this.at);
		if (found < 0) throw refused('A CDATA section does not end.');
		const text = this.xml.slice(this.at, found);
		this.at = found + end.length;
		return text;
	}

	private space(): void {
		while (' \t\r\n'.includes(this.xml[this.at] ?? '-')) this.at += 1;
	}

	private take(token: string): boolean {
		if (!this.xml.startsWith(token, this.at)) return false;
		this.at += token.length;
		return true;
	}

	private expect(token: string): void {
		if (!this.take(token)) throw refused('It is not a flat list of fields.');
	}

	private match(pattern: RegExp): string {
		pattern.lastIndex = this.at;
		const [found] = pattern.exec(this.xml) ?? [];
		if (found === undefined) throw refused('It is not a flat list of fields.');
		this.at += found.length;
		return found;
	}
}

/** What one of the five references stands for; there are no others. */
function character(_reference: string, name: string | undefined): string {
	if (name === undefined) throw refused('It refers to an entity.');
	return ENTITIES[name] ?? '';
}

function refused(message: string): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_XML_REFUSED',
		message: `The body is no XML as APIv2 sends it. ${message}`,
		likelyCause: 'Another sender called the address.',
		nextStep: 'Nothing, unless payments of APIv2 orders are missing.',
	});
}
