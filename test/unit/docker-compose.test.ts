import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { n8nEnvironment } from '../../tools/services/n8n-environment';
import { N8N_VERSION } from '../../tools/services/n8n-install';
import { odooConfig } from '../../tools/services/odoo-config';
import { ODOO } from '../../tools/services/odoo-versions';
import { postgresEnvironment, POSTGRES_LOGIN } from '../../tools/services/postgres-server';
import { REDIS_IMAGE } from '../../tools/services/redis-docker';

interface Service {
	image: string;
	command?: string | string[];
	environment?: Record<string, string>;
	volumes?: string[];
	networks?: string[];
	user?: string;
	cap_drop?: string[];
	ports?: string[];
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
			'ODOO_MASTER_PASSWORD',
			'REDIS_PASSWORD',
			'PUBLIC_URL',
		]),
	);
	const page = readFileSync(join(__dirname, '../../docs/sizing.md'), 'utf8');
	for (const name of needed) expect(page).toContain(`${name}=`);
});

it('sends notifications to the webhook processors and keeps the editor off the public address', () => {
	const { content } = compose.configs.front!;
	const [, publicSite = '', editorSite = ''] = content.split(/^:\d+ \{/m);
	expect(publicSite).toContain('path /webhook/* /webhook-waiting/*');
	expect(publicSite).toMatch(/reverse_proxy \{\s+dynamic a webhook 5678/);
	expect(publicSite).toContain('respond 404');
	expect(publicSite).not.toContain('n8n:5678');
	expect(editorSite).toContain('reverse_proxy n8n:5678');
	for (const port of services.front?.ports ?? []) expect(port).toMatch(/:-127\.0\.0\.1:/);
	expect(services.redis?.command).toContain('--appendonly');
});

it('limits what a stranger can send to the public address', () => {
	const { content } = compose.configs.front!;
	for (const limit of [
		'max_header_size 16KB',
		'read_header 5s',
		'read_body 10s',
		'max_size 1MB',
		'request_buffers 1MB',
		'max_conns_per_host',
	]) {
		expect(content).toContain(limit);
	}
	expect(content).toMatch(/@xml header Content-Type \*xml\*/);
	expect(content).toContain('request_header @xml Content-Type application/octet-stream');
});

it('closes the database manager of Odoo, as the tested Odoo does', () => {
	const settings = (text: string) =>
		Object.fromEntries(
			text
				.split('\n')
				.map((line) => /^(\w+) = (.*)$/.exec(line.trim()))
				.flatMap((found) => (found ? [[found[1], found[2]]] : [])),
		);
	const tested = settings(
		odooConfig({
			databaseHost: '',
			address: '',
			port: 1,
			livePort: 2,
			livePortSetting: 'gevent_port',
			files: '',
		}),
	);
	const shipped = settings(compose.configs.odoo!.content);
	expect(shipped).toMatchObject({ list_db: tested.list_db, workers: tested.workers });
	expect(shipped.dbfilter).toBe(`^${shipped.db_name}$$`);
	expect(shipped.admin_passwd).toContain('${ODOO_MASTER_PASSWORD:?');
	expect(services.odoo?.command).toBeUndefined();
});

it('gives Redis a password and each database a network of its own', () => {
	expect(services.redis?.command).toContain('--requirepass');
	expect(services.worker?.environment?.QUEUE_BULL_REDIS_PASSWORD).toContain('${REDIS_PASSWORD');
	const members = (network: string) =>
		Object.keys(services).filter((name) => services[name]?.networks?.includes(network));
	expect(members('odoo-db')).toEqual(['odoo', 'odoo-db']);
	expect(members('n8n')).toEqual(['n8n', 'webhook', 'worker', 'n8n-db', 'redis']);
	expect(members('front')).toEqual(['n8n-package', 'n8n', 'webhook', 'worker', 'front']);
	expect(Object.values(services).every(({ networks }) => networks)).toBe(true);
});

it('installs this version of the package without being root', () => {
	const { version } = parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
	const installer = services['n8n-package']!;
	expect([installer.command].flat().join()).toContain(`n8n-nodes-wechat-odoo@${version}\n`);
	expect(installer.user).toBe('node');
	for (const name of ['n8n-package', 'front', ...n8nRoles]) {
		expect(services[name]?.cap_drop).toEqual(['ALL']);
		expect(services[name]?.user).not.toBe('root');
	}
});
