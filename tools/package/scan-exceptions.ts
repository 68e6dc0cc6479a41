/** One error that n8n's package scan reports. */
export interface Finding {
	/** In the tarball. */
	file: string;
	line: number;
	rule: string;
	message: string;
}

interface Exception {
	rule: string;
	file: RegExp;
	message?: RegExp;
}

const IMPORTS = '@n8n/community-nodes/no-restricted-imports';

/**
 * What the scan may report, and CONTRIBUTING.md explains: the three runtime dependencies, each in
 * its one home; Node's own modules, which a self-hosted n8n has; and `process`, which tells whether
 * n8n is stopping and how it is set.
 */
const EXCEPTIONS: Exception[] = [
	{ rule: '@n8n/community-nodes/no-runtime-dependencies', file: /^package\.json$/ },
	{ rule: IMPORTS, file: /^dist\/lib\/core\/http\.js$/, message: /axios/ },
	{ rule: IMPORTS, file: /^dist\/lib\/odoo\/transport\/xmlrpc[^/]*\.js$/, message: /xmlrpc/ },
	{ rule: IMPORTS, file: /^dist\/lib\/wechat-pay\/keys\/keys\.js$/, message: /node-forge/ },
	{ rule: IMPORTS, file: /^dist\//, message: /node:[a-z_/]+/ },
	{
		rule: '@n8n/community-nodes/no-restricted-globals',
		file: /^dist\/nodes\//,
		message: /process/,
	},
];

/** The findings that no documented exception covers. */
export const unexpectedFindings = (findings: Finding[]): Finding[] =>
	findings.filter(
		({ file, rule, message }) =>
			!EXCEPTIONS.some(
				(one) =>
					one.rule === rule && one.file.test(file) && (!one.message || one.message.test(message)),
			),
	);
