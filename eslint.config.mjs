import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';

// The one exception to n8n's community-node rules: three runtime dependencies, each of which has
// exactly one home (node-forge also issues the sandbox's certificates, and is a peer in a benchmark).
const owners = {
	axios: ['lib/core/http.ts'],
	xmlrpc: ['lib/odoo/transport/xmlrpc*.ts'],
	'node-forge': [
		'lib/wechat-pay/keys/keys.ts',
		'sandbox/keys/certificates.ts',
		'tools/bench/receive.ts',
	],
};
const onlyOwners = Object.keys(owners).map((name) => ({
	// Not a group of globs: those would also catch a file of our own that has the same name.
	regex: `^${name}(/|$)`,
	message: `Only ${owners[name].join(' and ')} may import ${name}.`,
}));
const importRules = (patterns) => ({
	'no-restricted-imports': ['error', { patterns }],
});

export default [
	...configWithoutCloudSupport,
	{
		files: ['package.json'],
		rules: { '@n8n/community-nodes/no-runtime-dependencies': 'off' },
	},
	{ files: ['**/*.ts'], rules: importRules(onlyOwners) },
	{
		files: ['lib/**/*.ts', 'sandbox/**/*.ts'],
		rules: importRules([
			...onlyOwners,
			{ group: ['n8n-workflow', 'n8n-core'], message: 'Only nodes and credentials know n8n.' },
		]),
	},
	...Object.entries(owners).map(([name, files]) => ({
		files,
		rules: importRules(onlyOwners.filter(({ regex }) => !regex.startsWith(`^${name}(`))),
	})),
	{
		// The rule takes WeChat's APIv3 and APIv2 keys for public ones; they are the merchant's secrets.
		files: ['credentials/WechatPayApi.credentials.ts'],
		rules: { '@n8n/community-nodes/credential-unnecessary-password': 'off' },
	},
	{
		// Outside nodes there is no node to name in an error; nodes/shared/node-error.ts gives it one.
		files: ['lib/**/*.ts', 'test/**/*.ts', 'tools/**/*.ts', 'sandbox/**/*.ts'],
		rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
	},
	{
		// Proof and tooling never reach a user's n8n.
		files: ['test/**/*.ts', 'tools/**/*.ts', 'sandbox/**/*.ts'],
		rules: {
			'@n8n/community-nodes/no-hardcoded-secrets': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
		},
	},
];
