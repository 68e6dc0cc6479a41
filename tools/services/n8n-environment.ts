export interface N8nSettings {
	userFolder: string;
	port: number;
	brokerPort: number;
	/** Put first on PATH: n8n's task runner starts whatever `node` it finds there. */
	nodeBinFolder: string;
}

/** All that n8n takes from whoever starts it: no other n8n's settings, no proxy, no test runner's mark. */
const INHERITED = /^(HOME|USER|LANG|LC_\w+|TZ|TMPDIR)$/;

/**
 * The environment of an n8n of its own: reachable from this machine only, asking nothing of the
 * internet, in production mode as in n8n's own image, and with the expression engine acquired only
 * where an expression needs it.
 *
 * @param extra wins over everything; an empty text takes a setting away
 */
export function n8nEnvironment(
	settings: N8nSettings,
	inherited: NodeJS.ProcessEnv,
	extra: Record<string, string> = {},
): Record<string, string> {
	const all: Record<string, string | undefined> = {
		...Object.fromEntries(Object.entries(inherited).filter(([name]) => INHERITED.test(name))),
		NODE_ENV: 'production',
		PATH: `${settings.nodeBinFolder}:${inherited.PATH ?? ''}`,
		N8N_USER_FOLDER: settings.userFolder,
		N8N_PORT: String(settings.port),
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(settings.brokerPort),
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		...WITHOUT_INTERNET,
		...extra,
	};
	return Object.fromEntries(
		Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
	);
}

const WITHOUT_INTERNET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
};
