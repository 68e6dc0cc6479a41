import { parseArgs } from 'node:util';

export type Command = 'up' | 'down' | 'status';

export const USAGE = `npm run services -- up [--odoo 19] [--odoo 14] [--n8n] [--postgres] [--redis] [--all]   start, stay until Ctrl-C (default: --odoo 19)
npm run services -- status                                      what is installed and what runs
npm run services -- down                                        take away what killed runs left`;

/**
 * Reads the arguments of `npm run services`.
 *
 * @param known names of the services; the first is the default, `odoo-19` answers to `--odoo 19`
 * @throws Error when the command or a service is not known
 */
export function readCommandLine(
	args: string[],
	known: string[],
): { command: Command; names: string[] } {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			odoo: { type: 'string', multiple: true, default: [] },
			n8n: { type: 'boolean', default: false },
			postgres: { type: 'boolean', default: false },
			redis: { type: 'boolean', default: false },
			all: { type: 'boolean', default: false },
		},
	});
	const [command, ...rest] = positionals;
	if ((command !== 'up' && command !== 'down' && command !== 'status') || rest.length > 0) {
		throw new Error(`Unknown command "${positionals.join(' ')}"`);
	}
	if (values.all) return { command, names: known };
	const wanted = [
		...values.odoo.map((version) => `odoo-${version}`),
		...(['n8n', 'postgres', 'redis'] as const).filter((name) => values[name]),
	];
	const unknown = wanted.find((name) => !known.includes(name));
	if (unknown) throw new Error(`There is no service "${unknown}", only ${known.join(', ')}`);
	return { command, names: wanted.length > 0 ? [...new Set(wanted)] : known.slice(0, 1) };
}
