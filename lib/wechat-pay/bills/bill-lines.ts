import { TextDecoder } from 'node:util';

import { billError } from './bill-error';

/** Real lines stay far below: a longer one is no bill. */
const LONGEST_LINE = 64 * 1024;

/**
 * The lines of a file in UTF-8, without their ends (LF or CRLF), the byte order mark and empty ones. Holds
 * no more than one piece of the file and one line at a time.
 *
 * @throws IntegrationError `WECHAT_BILL_UNREADABLE`
 */
export async function* billLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let rest = '';
	for await (const chunk of bytes) {
		const lines = (rest + decode(decoder, chunk)).split('\n');
		rest = lines.pop() ?? '';
		if (rest.length > LONGEST_LINE) throw tooLong();
		yield* lines.map(withoutReturn).filter(Boolean);
	}
	const last = withoutReturn(rest + decode(decoder));
	if (last) yield last;
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

function decode(decoder: TextDecoder, chunk?: Buffer): string {
	try {
		return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
	} catch {
		throw billError('UNREADABLE', 'The file is not text in UTF-8.');
	}
}

const tooLong = () => billError('UNREADABLE', 'The file has a line of more than 64 KiB.');
