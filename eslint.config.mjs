import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';

export default [
	...configWithoutCloudSupport,
	{
		// The one exception to n8n's rules: three runtime dependencies, each with one home (.dependency-cruiser.cjs).
		files: ['package.json'],
		rules: { '@n8n/community-nodes/no-runtime-dependencies': 'off' },
	},
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
	{
		files: ['{lib,nodes,credentials,sandbox,tools}/**/*.{ts,mjs}'],
		rules: { 'max-lines': ['error', { max: 150 }] },
	},
];
