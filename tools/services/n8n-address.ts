import type { N8nServer } from './n8n';

/**
 * The n8n that the environment names in `N8N_URL`, with `N8N_OWNER_EMAIL` and `N8N_OWNER_PASSWORD`, and
 * `N8N_WEBHOOK_URL` where webhooks have another address; undefined without an address. The package is
 * installed there. It is used as it is and never stopped; workflows and credentials stay in it.
 *
 * @param environment usually `process.env`; an empty value counts as none
 * @throws Error without the owner
 */
export function n8nFromEnvironment(
	environment: Record<string, string | undefined>,
): N8nServer | undefined {
	const address = (name: string) => environment[name]?.trim().replace(/\/+$/, '') || undefined;
	const url = address('N8N_URL');
	if (!url) return undefined;
	const { N8N_OWNER_EMAIL: email, N8N_OWNER_PASSWORD: password } = environment;
	if (!email || !password) {
		throw new Error(`N8N_URL names ${url}: set N8N_OWNER_EMAIL and N8N_OWNER_PASSWORD as well`);
	}
	const refuse = async () =>
		await Promise.reject(
			new Error(`The n8n at ${url} cannot be stopped from here: remove N8N_URL for this command`),
		);
	return {
		...{ url, webhookUrl: address('N8N_WEBHOOK_URL') ?? url },
		// Its files are on another machine.
		...{ userFolder: '', logFile: '' },
		owner: { email, password },
		...{ stop: async () => {}, kill: refuse, restart: refuse },
		pid: () => undefined,
		processors: [],
	};
}
