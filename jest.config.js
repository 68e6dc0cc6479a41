const transform = {
	'^.+\\.ts$': [
		'@swc/jest',
		{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
	],
};

/** Suites by what they need: nothing, a real Odoo, a real n8n with a real Odoo, or a real browser too. */
const project = (name, more = {}) => ({
	displayName: name,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	transform,
	...more,
});

const sharing = {
	globalSetup: '<rootDir>/test/support/share-services.ts',
	globalTeardown: '<rootDir>/test/support/stop-services.ts',
};

module.exports = {
	projects: [
		project('unit'),
		project('contract', sharing),
		project('e2e', sharing),
		project('browser', sharing),
	],
	testTimeout: 120_000,
};
