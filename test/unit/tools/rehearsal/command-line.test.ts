import { readCommandLine } from '../../../../tools/rehearsal/command-line';
import { ownServers } from '../../../../tools/rehearsal/own-servers';
import { USAGE } from '../../../../tools/rehearsal/usage';

const OWN = [
	...['--n8n', 'http://n8n:5678/', '--n8n-email', 'a@b.c', '--odoo', 'http://odoo:8069'],
	...['--test-database', 'rehearsal', '--odoo-login', 'wechat', '--odoo-admin', 'admin'],
];

it('rehearses 200 orders in 30 minutes unless told otherwise', () => {
	expect(readCommandLine([], '77')).toMatchObject({
		profile: { name: 'campaign', orders: 200, seconds: 1800 },
		compress: 1,
		mode: 'workflow',
		faults: [],
		seed: '77',
		json: false,
	});
	expect(readCommandLine([], '77')).not.toHaveProperty('own');
});

it('takes profile, pace, mode, stock and several faults', () => {
	const args = '--profile viral --orders 60 --compress 10 --mode immediately --stock 50 --seed s';
	const faults = ['--fault', 'odoo-down:5', '--fault', 'n8n-killed', '--json', '--charts', 'here'];
	expect(readCommandLine([...args.split(' '), ...faults], '77')).toMatchObject({
		profile: { name: 'viral', orders: 60, seconds: 60, products: 1 },
		compress: 10,
		mode: 'immediately',
		hotStock: 50,
		seed: 's',
		json: true,
		charts: 'here',
		faults: [
			{ kind: 'odoo-down', seconds: 5 },
			{ kind: 'n8n-killed', seconds: 5 },
		],
	});
});

it.each([
	[['--queue'], { webhooks: 2, workers: 3 }],
	[['--workers', '1'], { webhooks: 2, workers: 1 }],
	[['--queue', '--webhooks', '3'], { webhooks: 3, workers: 3 }],
])('%j asks for queue mode', (args, queue) => {
	expect(readCommandLine(args, '77')).toMatchObject({ queue });
});

it.each([
	[['--profile', 'huge'], 'There is no profile "huge"'],
	[['--compress', '0'], '--compress takes a number above 0'],
	[['--orders', '1.5'], '--orders takes a whole number above 0'],
	[['--mode', 'both'], '--mode is workflow or immediately'],
	[['--fault', 'flood'], 'There is no fault "flood"'],
	[['--fast'], 'Unknown option'],
	[OWN.slice(0, 2), 'also need --n8n-email, --odoo, --test-database'],
	[[...OWN, '--fault', 'n8n-killed'], 'needs an n8n and an Odoo that the rehearsal starts itself'],
	[[...OWN, '--queue'], 'is for an n8n that the rehearsal starts itself'],
	[['--fault', 'worker-killed'], 'needs --queue'],
	[['--queue', '--fault', 'disk-full'], 'is for one process'],
	[['--workers', '0'], '--workers takes a whole number above 0'],
])('%j is refused', (args, message) => {
	expect(() => readCommandLine(args, '77')).toThrow(message);
});

it('takes own servers, and their secrets from the environment alone', async () => {
	const own = readCommandLine(OWN, '77')?.own;
	expect(own).toMatchObject({ n8n: 'http://n8n:5678', testDatabase: 'rehearsal' });
	await expect(ownServers(own!, {})).rejects.toThrow('N8N_PASSWORD in the environment');
	expect(USAGE).toContain('N8N_PASSWORD');
});
