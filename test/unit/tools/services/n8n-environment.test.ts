import { n8nEnvironment } from '../../../../tools/services/n8n-environment';
import { withoutNpmSettings } from '../../../../tools/services/n8n-npm';

const settings = { userFolder: '/run', port: 4001, brokerPort: 4002, nodeBinFolder: '/node/bin' };

describe('n8nEnvironment', () => {
	it('listens on the loopback address only, on the ports it was given', () => {
		expect(n8nEnvironment(settings, {})).toMatchObject({
			N8N_USER_FOLDER: '/run',
			N8N_PORT: '4001',
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_RUNNERS_BROKER_PORT: '4002',
			N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		});
	});

	it('puts its own Node before the one on the path', () => {
		expect(n8nEnvironment(settings, { PATH: '/usr/bin' }).PATH).toBe('/node/bin:/usr/bin');
	});

	it('takes nothing from another n8n, a proxy or a test runner', () => {
		const inherited = {
			HOME: '/home/someone',
			N8N_ENCRYPTION_KEY: 'k',
			DB_TYPE: 'postgresdb',
			HTTP_PROXY: 'http://proxy.example.com',
			NODE_ENV: 'test',
			NODE_OPTIONS: '--inspect',
			JEST_WORKER_ID: '1',
		};
		const names = ['N8N_ENCRYPTION_KEY', 'DB_TYPE', 'HTTP_PROXY', 'NODE_OPTIONS', 'JEST_WORKER_ID'];
		const env = n8nEnvironment(settings, inherited);
		expect(env).toMatchObject({ HOME: '/home/someone', NODE_ENV: 'production' });
		expect(Object.keys(env).filter((name) => names.includes(name))).toEqual([]);
	});

	it('recommends the lazy engine, and lets a test choose another or n8n’s default', () => {
		const name = 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE';
		expect(n8nEnvironment(settings, {})[name]).toBe('true');
		expect(n8nEnvironment(settings, {}, { [name]: 'false' })[name]).toBe('false');
		expect(n8nEnvironment(settings, {}, { [name]: '' })).not.toHaveProperty(name);
	});
});

describe('withoutNpmSettings', () => {
	it('keeps the way to the registry and drops what concerns this project', () => {
		const env = {
			PATH: '/usr/bin',
			npm_config_registry: 'https://registry.example.com/',
			npm_config_https_proxy: 'http://proxy.example.com',
			npm_config_nodedir: '/usr',
			npm_config_ignore_scripts: 'true',
			npm_package_name: 'something',
			NODE_OPTIONS: '--inspect',
		};
		expect(withoutNpmSettings(env)).toEqual({
			PATH: '/usr/bin',
			npm_config_registry: 'https://registry.example.com/',
			npm_config_https_proxy: 'http://proxy.example.com',
		});
	});
});
