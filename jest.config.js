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

const keys = {
	globalSetup: '<rootDir>/test/support/keys-folder.ts',
	globalTeardown: '<rootDir>/test/support/remove-keys-folder.ts',
};
const sharing = {
	globalSetup: '<rootDir>/test/support/share-services.ts',
	globalTeardown: '<rootDir>/test/support/stop-services.ts',
};

module.exports = {
	projects: [
		project('unit', keys),
		project('contract', sharing),
		project('e2e', sharing),
		project('browser', sharing),
	],
	testTimeout: 120_000,
};
