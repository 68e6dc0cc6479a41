import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server that keeps what it gets: as much of SMTP as n8n speaks. */
export interface Mailbox {
	port: number;
	/** The texts of the mails, their transfer encoding undone. */
	mails: string[];
	stop(): void;
}

export async function openMailbox(): Promise<Mailbox> {
	const mails: string[] = [];
	const server = createServer((socket) => {
		let text = '';
		let inMail = false;
		const say = (line: string) => socket.write(`${line}\r\n`);
		socket.on('error', () => undefined);
		socket.on('data', (part) => {
			text += part.toString('utf8');
			for (;;) {
				const end = inMail ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n');
				if (end < 0) return;
				const got = text.slice(0, end);
				text = text.slice(end + (inMail ? 5 : 2));
				if (inMail) {
					mails.push(decoded(got));
					inMail = false;
					say('250 kept');
				} else if (/^DATA/i.test(got)) {
					inMail = true;
					say('354 go on');
				} else if (/^QUIT/i.test(got)) {
					say('221 bye');
					socket.end();
				} else say('250 ok');
			}
		});
		say('220 mailbox');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { port, mails, stop: () => void server.close() };
}

/** Undoes quoted-printable. */
const decoded = (mail: string): string =>
	mail
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
