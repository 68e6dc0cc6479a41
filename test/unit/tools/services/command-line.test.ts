import { readCommandLine } from '../../../../tools/services/command-line';

const known = ['odoo-19', 'odoo-14', 'n8n', 'postgres', 'redis'];

test.each([
	[['up'], ['odoo-19']],
	[['up', '--odoo', '14'], ['odoo-14']],
	[
		['up', '--odoo', '14', '--odoo=19', '--odoo', '14'],
		['odoo-14', 'odoo-19'],
	],
	[['up', '--n8n'], ['n8n']],
	[
		['up', '--redis', '--postgres'],
		['postgres', 'redis'],
	],
	[['up', '--all'], known],
])('%j starts %j', (args, names) => {
	expect(readCommandLine(args, known)).toEqual({ command: 'up', names });
});

test.each([
	[[], 'Unknown command ""'],
	[['restart'], 'Unknown command "restart"'],
	[['up', 'down'], 'Unknown command "up down"'],
	[
		['up', '--odoo', '12'],
		'There is no service "odoo-12", only odoo-19, odoo-14, n8n, postgres, redis',
	],
	[['up', '--oddo', '19'], 'Unknown option'],
])('%j is refused', (args, message) => {
	expect(() => readCommandLine(args, known)).toThrow(message);
});
