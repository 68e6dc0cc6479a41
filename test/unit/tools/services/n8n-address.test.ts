import { n8nFromEnvironment } from '../../../../tools/services/n8n-address';

const OWNER = { N8N_OWNER_EMAIL: 'a@example.com', N8N_OWNER_PASSWORD: 'b' };

test('without an address the environment names no n8n', () => {
	expect(n8nFromEnvironment(OWNER)).toBeUndefined();
	expect(n8nFromEnvironment({ ...OWNER, N8N_URL: ' ' })).toBeUndefined();
});

test('address and owner come from the environment, and the server is never stopped', async () => {
	const server = n8nFromEnvironment({ ...OWNER, N8N_URL: 'https://n8n.example.com/' });
	expect(server).toMatchObject({
		url: 'https://n8n.example.com',
		webhookUrl: 'https://n8n.example.com',
		owner: { email: 'a@example.com', password: 'b' },
	});
	await expect(server?.stop()).resolves.toBeUndefined();
	await expect(server?.kill()).rejects.toThrow('N8N_URL');
});

test('webhooks may have another address', () => {
	const hooks = { N8N_URL: 'http://127.0.0.1:5678', N8N_WEBHOOK_URL: 'https://hooks.example.com/' };
	expect(n8nFromEnvironment({ ...OWNER, ...hooks })?.webhookUrl).toBe('https://hooks.example.com');
});

test('an address without its owner is an error', () => {
	expect(() => n8nFromEnvironment({ N8N_URL: 'http://127.0.0.1:5678' })).toThrow('N8N_OWNER_EMAIL');
});
