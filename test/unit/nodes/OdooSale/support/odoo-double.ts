import { loopback } from '../../../lib/odoo/transport/loopback';

/** Odoo 19 as far as its answers go: by `model/method`; everything else is an empty list. */
export async function odooDouble(answers: Record<string, unknown>) {
	const server = await loopback(({ path }) => {
		if (path === '/web/version') return { body: '{"version_info":[19,0],"version":"19.0"}' };
		const name = path.replace('/json/2/', '');
		return { body: JSON.stringify(answers[name] ?? []) };
	});
	const credential = {
		...{ url: server.url, database: 'shop', username: 'bot', protocol: 'auto' },
		apiKey: '0123456789abcdef0123456789abcdef01234567',
	};
	return { credential, close: async () => await server.close() };
}
