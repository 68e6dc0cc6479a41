import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { reasonOf } from '../services/reason';
import { unexpectedFindings, type Finding } from './scan-exceptions';
import { cacheFolder, installOnce } from '../services/cache';
import { npm } from '../services/n8n-npm';
import { removeWithThisProcess } from '../services/n8n-guard';
import { packTarball } from '../services/pack';
import { runToEnd } from '../services/processes';
import { progressFor, withSignsOfLife } from '../services/progress';

const SCANNER = '@n8n/scan-community-package';
const SCANNER_VERSION = '0.32.0';

/** What the scanner lints of a published tarball, with its own rules, and inline exceptions ignored. */
const SCAN = `
import { ESLint } from 'eslint';
import { buildScanConfig } from './node_modules/${SCANNER}/scanner/scanner.mjs';
const [folder] = process.argv.slice(1);
const eslint = new ESLint({
	cwd: folder,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
});
const results = await eslint.lintFiles(['**/*.js', 'package.json']);
console.log(JSON.stringify(results.flatMap(({ filePath, messages }) => messages
	.filter(({ severity }) => severity === 2)
	.map(({ ruleId, message, line }) => ({
		file: filePath.slice(folder.length + 1),
		line,
		rule: ruleId ?? 'syntax',
		message,
	})))));
`;

/** Scans the packed package as n8n does after publishing. @throws Error that lists what is no known exception */
async function main(): Promise<void> {
	const progress = progressFor('scan');
	const scanner = cacheFolder(`package-scan-${SCANNER_VERSION}`);
	await installOnce(scanner, SCANNER_VERSION, progress, async (folder) => {
		await withSignsOfLife(progress, "installing n8n's package scan, once", async () => {
			await npm(['install', '--prefix', folder, `${SCANNER}@${SCANNER_VERSION}`], { cwd: folder });
		});
	});
	const folder = await mkdtemp(join(tmpdir(), 'package-scan-'));
	removeWithThisProcess(folder);
	const tarball = await packTarball(progress);
	await runToEnd('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	progress('scanning');
	const command = ['--input-type=module', '--eval', SCAN, folder];
	const output = await runToEnd(process.execPath, command, { cwd: scanner });
	const findings = JSON.parse(output) as Finding[];
	const unexpected = unexpectedFindings(findings);
	if (unexpected.length > 0) {
		const lines = unexpected.map(
			({ file, line, rule, message }) => `- ${file}:${line} ${rule}: ${message}`,
		);
		throw new Error(`n8n's package scan finds what is no known exception:\n${lines.join('\n')}`);
	}
	process.stdout.write(`n8n's package scan: ${findings.length} findings, all known exceptions\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${reasonOf(error)}\n`);
	process.exitCode = 1;
});
