import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { n8nEnvironment } from '../../tools/services/n8n-environment';
import { N8N_VERSION } from '../../tools/services/n8n-install';
import { ODOO } from '../../tools/services/odoo-versions';
import { postgresEnvironment, POSTGRES_LOGIN } from '../../tools/services/postgres-server';
import { REDIS_IMAGE } from '../../tools/services/redis-docker';

interface Service {
	image: string;
	command?: string | string[];
	environment?: Record<string, string>;
	volumes?: string[];
	depends_on?: Record<string, unknown> | string[];
}
interface Compose {
	services: Record<string, Service>;
	volumes: Record<string, unknown>;
	configs: Record<string, { content: string }>;
}

const text = readFileSync(join(__dirname, '../../docker-compose.yml'), 'utf8');
// Twice the same key, an unknown anchor or a tab is an error.
const compose = parse(text, { merge: true, uniqueKeys: true, strict: true }) as Compose;
const { services } = compose;
const n8nRoles = ['n8n', 'webhook', 'worker'];

it('has the services that queue mode needs, from the official images that the tests run on', () => {
	const images = Object.fromEntries(
		Object.entries(services).map(([name, { image }]) => [name, image]),
	);
	const n8n = `docker.n8n.io/n8nio/n8n:${N8N_VERSION}`;
	expect(images).toEqual({
		'n8n-package': n8n,
		n8n,
		webhook: n8n,
		worker: n8n,
		'n8n-db': ODOO['19'].images.postgres,
		'odoo-db': ODOO['19'].images.postgres,
		odoo: ODOO['19'].images.odoo,
		redis: REDIS_IMAGE,
		front: 'caddy:2',
	});
});

it('starts each process of n8n in its role', () => {
	expect(services.n8n?.command).toBeUndefined();
	expect(services.webhook?.command).toBe('webhook');
	expect(services.worker?.command).toMatch(/^worker --concurrency=\d+$/);
});

it.each(n8nRoles)('gives %s the same key, database, queue, engine setting and package', (name) => {
	const { environment = {}, volumes } = services[name]!;
	const { N8N_DISABLE_PRODUCTION_MAIN_PROCESS: mainOnly, ...shared } = environment;
	expect(mainOnly).toBe(name === 'n8n' ? 'true' : undefined);
	expect(shared).toEqual(services.worker?.environment);
	expect(environment).toMatchObject({
		N8N_ENCRYPTION_KEY: expect.stringContaining('${N8N_ENCRYPTION_KEY:?'),
		EXECUTIONS_MODE: 'queue',
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		N8N_CONCURRENCY_PRODUCTION_LIMIT: '-1',
		DB_POSTGRESDB_HOST: 'n8n-db',
		QUEUE_BULL_REDIS_HOST: 'redis',
	});
	expect(volumes).toEqual(services['n8n-package']?.volumes);
	expect(services[name]?.depends_on).toMatchObject({
		'n8n-package': { condition: 'service_completed_successfully' },
	});
});

it('names n8n’s database as the started services do', () => {
	const settings = { userFolder: '', port: 1, brokerPort: 1, nodeBinFolder: '' };
	const server = { host: '', port: 5432, ...POSTGRES_LOGIN, stop: async () => {} };
	const known = n8nEnvironment(settings, {}, postgresEnvironment(server));
	const names = Object.keys(known).filter((name) => name.startsWith('DB_'));
	expect(Object.keys(services.n8n?.environment ?? {})).toEqual(expect.arrayContaining(names));
});

it('writes every setting as text, as containers take them', () => {
	for (const { environment = {} } of Object.values(services)) {
		for (const value of Object.values(environment)) expect(typeof value).toBe('string');
	}
});

it('keeps what must survive in named volumes, and says which secrets are needed', () => {
	const mounted = Object.values(services).flatMap(({ volumes = [] }) =>
		volumes.map((one) => one.split(':')[0] ?? ''),
	);
	expect([...new Set(mounted)].sort()).toEqual(Object.keys(compose.volumes).sort());
	const needed = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
	expect(needed).toEqual(
		expect.arrayContaining([
			'N8N_ENCRYPTION_KEY',
			'N8N_DB_PASSWORD',
			'ODOO_DB_PASSWORD',
			'PUBLIC_URL',
		]),
	);
	const page = readFileSync(join(__dirname, '../../docs/sizing.md'), 'utf8');
	for (const name of needed) expect(page).toContain(`${name}=`);
});

it('sends callbacks to the webhook processors and all else to the editor', () => {
	const { content } = compose.configs.front!;
	expect(content).toContain('path /webhook/* /webhook-waiting/*');
	expect(content).toMatch(/reverse_proxy @callbacks \{\s+dynamic a webhook 5678/);
	expect(content).toMatch(/reverse_proxy n8n:5678/);
	expect(services.redis?.command).toContain('--appendonly');
});
