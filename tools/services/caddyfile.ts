/** What differs between the compose file and a Caddy on this machine. */
export interface FrontSetting {
	/** Port on the loopback address. */
	port: number;
	/** Address of the one n8n behind it. */
	n8n: string;
	/** As `caddy version` prints it: `v2.8.4 h1:…`, or `2.6.2`. */
	version: string;
}

const FRONT = /\n {2}front:\n {4}content: \|\n((?: {6}.*\n|\n)+)/;
const UPSTREAM = /dynamic a webhook 5678 \{[^}]*\}/;
const BUFFERS = /request_buffers (\w+)/;

/**
 * The Caddyfile of `docker-compose.yml` for a Caddy on this machine: other addresses, no admin port, and
 * no page for the editor. Caddy before 2.7 has other words for the buffering of requests.
 *
 * @throws Error when the compose file no longer has what is replaced
 */
export function caddyfileFor(compose: string, { port, n8n, version }: FrontSetting): string {
	const text = FRONT.exec(compose)?.[1]?.replace(/^ {6}/gm, '');
	if (!text || !UPSTREAM.test(text) || !BUFFERS.test(text)) {
		throw new Error('docker-compose.yml has no such Caddyfile as expected');
	}
	const old = /^v?2\.[0-6]\./.test(version);
	const withoutEditor = text.slice(0, text.indexOf('\n:5679 {'));
	return withoutEditor
		.replace(/^\{\n/, '{\n\tadmin off\n\tauto_https off\n')
		.replace(/^:5678 \{/m, `http://127.0.0.1:${port} {`)
		.replace(UPSTREAM, `to ${new URL(n8n).host}`)
		.replace(BUFFERS, (all, size: string) =>
			old ? `buffer_requests\n\t\t\tmax_buffer_size ${size}` : all,
		);
}
