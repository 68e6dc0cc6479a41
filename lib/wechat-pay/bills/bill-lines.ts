import { TextDecoder } from 'node:util';

import type { IntegrationError } from '../../core/errors';
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
	let problem: IntegrationError | undefined;
	for await (const chunk of bytes) {
		// Read to its end all the same: its hash tells whether it was damaged on its way.
		if (problem) continue;
		const text = decode(decoder, chunk);
		const lines = (rest + (text ?? '')).split('\n');
		rest = lines.pop() ?? '';
		if (text === undefined) problem = notText();
		else if (rest.length > LONGEST_LINE) problem = tooLong();
		else yield* lines.map(withoutReturn).filter(Boolean);
	}
	const end = problem ? '' : decode(decoder);
	if (problem ?? end === undefined) throw problem ?? notText();
	const last = withoutReturn(rest + end);
	if (last) yield last;
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

function decode(decoder: TextDecoder, chunk?: Buffer): string | undefined {
	try {
		return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
	} catch {
		return undefined;
	}
}

const notText = () => billError('UNREADABLE', 'The file is not text in UTF-8.');
const tooLong = () => billError('UNREADABLE', 'The file has a line of more than 64 KiB.');
