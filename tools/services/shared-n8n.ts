import { emptyN8n } from './empty-n8n';
import { openLendingDesk, type LendingDesk } from './lending';
import { startN8n, type N8nServer } from './n8n';
import { signIn } from './n8n-client';
import { packTarball } from './pack';
import { progressFor } from './progress';
import { reasonOf } from './reason';

/** What a borrower is told of an n8n. */
export type LentN8n = Pick<N8nServer, 'url' | 'webhookUrl' | 'userFolder' | 'owner' | 'logFile'> & {
	processId: number | undefined;
};

/**
 * n8n servers with the package installed, each lent to one test file at a time and emptied when it comes
 * back: a start takes ten seconds of a core. As many run as are needed at once.
 *
 * `POST /` lends one and answers with it as JSON; `DELETE /?url=<address>` gives it back; `POST /kill?url=…`
 * and `POST /restart?url=…` do that to a lent one.
 */
export async function shareN8n(): Promise<LendingDesk> {
	const all = new Map<string, N8nServer>();
	const idle: N8nServer[] = [];
	const known = (url: URL): N8nServer => {
		const server = all.get(url.searchParams.get('url') ?? '');
		if (!server) throw new Error(`No n8n at ${url.search} was lent`);
		return server;
	};
	const start = async (): Promise<N8nServer> => {
		const progress = progressFor('n8n');
		const started = await startN8n({ tarball: await packTarball(progress), progress });
		const server = { ...started, session: (await signIn(started)).session() };
		all.set(server.url, server);
		return server;
	};
	const takeBack = async (server: N8nServer): Promise<void> => {
		try {
			await emptyN8n(server);
			idle.push(server);
		} catch (error) {
			progressFor('n8n')(`not lent again: ${reasonOf(error)}`);
			all.delete(server.url);
			await server.stop();
		}
	};
	const answer = async (method: string, url: URL): Promise<unknown> => {
		if (method === 'DELETE') return await takeBack(known(url));
		if (url.pathname === '/kill') return await known(url).kill();
		if (url.pathname === '/') return lent(idle.pop() ?? (await start()));
		await known(url).restart();
		return lent(known(url));
	};
	return await openLendingDesk(answer, async () => {
		for (const each of all.values()) await each.stop();
	});
}

const lent = ({ pid, ...server }: N8nServer): LentN8n => ({
	...server,
	processId: pid(),
});
