import { odooConfig } from '../../../../tools/services/odoo-config';

test('the configuration serves one database and its copies, on loopback, without scheduled jobs', () => {
	const lines = odooConfig({
		databaseHost: '/runs/1',
		address: '127.0.0.1',
		port: 4001,
		livePort: 4002,
		livePortSetting: 'longpolling_port',
		files: '/runs/1/files',
	}).split('\n');
	expect(lines[0]).toBe('[options]');
	expect(lines).toEqual(
		expect.arrayContaining([
			'http_interface = 127.0.0.1',
			'http_port = 4001',
			'longpolling_port = 4002',
			'db_host = /runs/1',
			'dbfilter = ^wechat(_|$)',
			'list_db = False',
			'max_cron_threads = 0',
			'workers = 4',
		]),
	);
});
