import { waitUntil } from '../../tools/services/processes';
import type { Mailbox } from './mailbox';

/** Presses a button in the mail that mentions something, and throws this mail away. */
export async function answerMail(
	{ mails }: Mailbox,
	about: string,
	approved: boolean,
): Promise<void> {
	const place = () => mails.findIndex((text) => text.includes(about));
	await waitUntil(`somebody is asked about ${about}`, 120_000, async () => {
		return await Promise.resolve(place() >= 0);
	});
	const [mail = ''] = mails.splice(place(), 1);
	const links = mail.match(/http[^"\s]+approved=[^"\s]+/g) ?? [];
	const link = links.find((one) => one.includes(`approved=${approved}`)) ?? '';
	const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
	// The mail may arrive before n8n has put the execution to sleep: then n8n refuses the answer.
	await waitUntil(`n8n takes the answer about ${about}`, 60_000, async () => {
		return (await fetch(link.replaceAll('&amp;', '&'), { headers: agent })).ok;
	});
}
