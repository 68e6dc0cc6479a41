import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { caddyfileFor } from '../../../../tools/services/caddyfile';

const compose = readFileSync(join(__dirname, '../../../../docker-compose.yml'), 'utf8');
const setting = { port: 8080, n8n: 'http://127.0.0.1:5678' };

it("keeps the compose file's limits, and leads to the n8n of this machine alone", () => {
	const text = caddyfileFor(compose, { ...setting, version: 'v2.10.2 h1:abc' });
	expect(text).toContain('http://127.0.0.1:8080 {');
	expect(text).toContain('to 127.0.0.1:5678');
	for (const limit of ['max_size 1MB', 'request_buffers 1MB', 'read_body 10s', 'octet-stream']) {
		expect(text).toContain(limit);
	}
	expect(text).not.toMatch(/webhook 5678|:5679/);
});

it('speaks the words of Caddy 2.6', () => {
	const text = caddyfileFor(compose, { ...setting, version: '2.6.2' });
	expect(text).toMatch(/buffer_requests\s+max_buffer_size 1MB/);
	expect(text).not.toContain('request_buffers');
});

it('says when the compose file has changed', () => {
	expect(() => caddyfileFor('services: {}', { ...setting, version: '2.6.2' })).toThrow('Caddyfile');
});
