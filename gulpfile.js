// TypeScript modules of the project itself, such as the template check.
require('tsx/cjs');

const { execFileSync } = require('node:child_process');
const { readFileSync, readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { dest, parallel, series, src } = require('gulp');

const bin = (name) => join(__dirname, 'node_modules', '.bin', name);

const clean = async () => rmSync(join(__dirname, 'dist'), { recursive: true, force: true });

const compile = async () =>
	void execFileSync(bin('tsc'), ['-p', 'tsconfig.build.json'], {
		cwd: __dirname,
		stdio: 'inherit',
	});

const icons = () =>
	src(['nodes/**/*.svg', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);

/** Codex files, and the schemas of outputs. */
const descriptions = () =>
	src(['nodes/**/*.node.json', 'nodes/*/__schema__/**/*.json'], { base: '.' }).pipe(dest('dist'));

/** Templates are held against the compiled nodes: a renamed parameter fails the build. */
const checkTemplates = async () => {
	const { templateProblems } = require('./tools/package/template-check');
	const { packagedNodes } = require('./tools/package/packaged-nodes');
	const nodes = packagedNodes(__dirname);
	for (const file of readdirSync(join(__dirname, 'workflows')).filter((name) =>
		name.endsWith('.json'),
	)) {
		const template = JSON.parse(readFileSync(join(__dirname, 'workflows', file), 'utf8'));
		const problems = templateProblems(template, nodes);
		if (problems.length > 0) throw new Error(`workflows/${file}:\n- ${problems.join('\n- ')}`);
	}
};

const copyTemplates = () => src('workflows/*.json', { base: '.' }).pipe(dest('dist'));

exports.build = series(
	clean,
	parallel(compile, icons, descriptions),
	series(checkTemplates, copyTemplates),
);
exports.default = exports.build;
