import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';

/** Where alarms arrive that do not depend on Odoo: a group robot, a mail server and a monitor. */
export interface SecondChannel {
	messageUrl: string;
	heartbeatUrl: string;
	/** Port of a mail server without a password, on 127.0.0.1. */
	smtpPort: number;
	/** Texts of the messages, the oldest first. */
	messages: string[];
	/** Mails as they came, headers and text. */
	mails: string[];
	heartbeats(): number;
	stop(): void;
}

export async function openSecondChannel(): Promise<SecondChannel> {
	const messages: string[] = [];
	const mails: string[] = [];
	let heartbeats = 0;
	const http = createHttpServer((request, response) => {
		let body = '';
		request.on('data', (part: Buffer) => (body += part.toString('utf8')));
		request.on('end', () => {
			if (request.url === '/heartbeat') heartbeats += 1;
			else messages.push((JSON.parse(body) as { text: string }).text);
			response.setHeader('content-type', 'application/json');
			response.end('{"errcode":0}');
		});
	});
	const smtp = mailServer(mails);
	const port = await listening(http);
	const smtpPort = await listening(smtp);
	return {
		messageUrl: `http://127.0.0.1:${port}/robot`,
		heartbeatUrl: `http://127.0.0.1:${port}/heartbeat`,
		...{ smtpPort, messages, mails },
		heartbeats: () => heartbeats,
		stop: () => {
			http.close();
			http.closeAllConnections();
			smtp.close();
		},
	};
}

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** As much of SMTP (RFC 5321) as one mail needs. */
const mailServer = (mails: string[]): Server =>
	createServer((socket) => {
		let text = '';
		let inMail = false;
		const say = (line: string) => socket.write(`${line}\r\n`);
		socket.on('error', () => undefined);
		socket.on('data', (part) => {
			text += part.toString('utf8');
			for (;;) {
				const end = text.indexOf(inMail ? '\r\n.\r\n' : '\r\n');
				if (end < 0) return;
				const line = text.slice(0, end);
				text = text.slice(end + (inMail ? 5 : 2));
				if (inMail) mails.push(line);
				inMail = !inMail && /^DATA$/i.test(line);
				say(inMail ? '354 go on' : /^QUIT/i.test(line) ? '221 bye' : '250 ok');
			}
		});
		say('220 mail');
	});
