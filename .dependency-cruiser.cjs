/** What each folder may import besides itself; `types` are folders of which only types may be imported. */
const layers = [
	{ folder: 'lib/core' },
	{ folder: 'lib/batching', imports: ['lib/core'] },
	{ folder: 'lib/wechat-pay', imports: ['lib/core'] },
	{ folder: 'lib/wechat-api', imports: ['lib/core'] },
	{ folder: 'lib/shop-backend', imports: ['lib/core'], types: ['lib/orders/model'] },
	{
		folder: 'lib/wechat-shop',
		imports: ['lib/core', 'lib/wechat-api'],
		types: ['lib/orders/model'],
	},
	{ folder: 'lib/odoo', imports: ['lib/core'] },
	{ folder: 'lib/sku-map', imports: ['lib/core', 'lib/odoo'] },
	{
		folder: 'lib/orders',
		imports: ['lib/core', 'lib/odoo', 'lib/sku-map'],
		types: ['lib/wechat-pay/notification'],
	},
	{ folder: 'lib/changes', imports: ['lib/core', 'lib/odoo'] },
	{ folder: 'lib/stock', imports: ['lib/core', 'lib/odoo', 'lib/sku-map', 'lib/changes'] },
	{
		folder: 'lib/shipments',
		imports: ['lib/core', 'lib/odoo', 'lib/changes', 'lib/orders/model', 'lib/orders/sale-order'],
	},
	{
		folder: 'lib/refund-requests',
		imports: ['lib/core', 'lib/odoo', 'lib/changes', 'lib/orders'],
	},
	{ folder: 'lib/complaints', imports: ['lib/core', 'lib/odoo', 'lib/orders'] },
	{
		folder: 'lib/settlement',
		imports: ['lib/core', 'lib/odoo', 'lib/orders/model', 'lib/orders/sale-order'],
	},
	{
		folder: 'lib/reconciliation',
		imports: ['lib/core', 'lib/odoo', 'lib/orders/model', 'lib/orders/sale-order'],
	},
	{
		folder: 'lib/customs',
		imports: ['lib/core', 'lib/odoo', 'lib/orders/model', 'lib/orders/sale-order'],
	},
	// Set-up makes in Odoo what the features declare.
	{
		folder: 'lib/set-up',
		imports: [
			'lib/core',
			'lib/odoo',
			'lib/sku-map/odoo',
			'lib/orders/model',
			'lib/orders/sale-order',
			'lib/settlement/odoo',
			'lib/reconciliation/odoo',
			'lib/changes',
			'lib/customs',
		],
	},
	{ folder: 'nodes', imports: ['lib'] },
	{ folder: 'credentials', types: ['lib'] },
	{ folder: 'sandbox', types: ['lib'] },
	{ folder: 'tools', imports: ['lib', 'nodes', 'credentials', 'sandbox', 'test'] },
	{ folder: 'test', imports: ['lib', 'nodes', 'credentials', 'sandbox', 'tools', 'workflows'] },
];

/** The only files that may import a runtime dependency. */
const homes = {
	axios: ['^lib/core/http\\.ts$'],
	xmlrpc: ['^lib/odoo/transport/xmlrpc[^/]*\\.ts$'],
	// The sandbox issues certificates; a benchmark measures the library against our own code.
	'node-forge': [
		'^lib/wechat-pay/keys/',
		'^sandbox/(keys/)?certificates\\.ts$',
		'^tools/bench/receive-ways\\.ts$',
	],
};

const within = (folders) => `^(${folders.join('|')})(/|$)`;
const local = within(['lib', 'nodes', 'credentials', 'sandbox', 'tools', 'test', 'workflows']);

const layerRules = layers.flatMap(({ folder, imports = [], types = [] }) => [
	{
		name: `layer-${folder}`,
		severity: 'error',
		from: { path: within([folder]) },
		to: {
			path: local,
			pathNot: within([folder, ...imports, ...types]),
		},
	},
	...(types.length > 0
		? [
				{
					name: `types-only-${folder}`,
					severity: 'error',
					from: { path: within([folder]) },
					to: { path: within(types), dependencyTypesNot: ['type-only'] },
				},
			]
		: []),
]);

const homeRules = Object.entries(homes).map(([name, files]) => ({
	name: `home-of-${name}`,
	severity: 'error',
	from: { pathNot: files },
	to: { path: `(^|/)node_modules/${name}/` },
}));

module.exports = {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		...layerRules,
		...homeRules,
		{
			name: 'n8n-stays-in-nodes',
			comment: 'lib and sandbox know nothing of n8n.',
			severity: 'error',
			from: { path: within(['lib', 'sandbox']) },
			to: { path: '(^|/)node_modules/(n8n-|@n8n/)' },
		},
		{
			name: 'nodes-are-separate',
			comment: 'What two nodes share lives in nodes/shared.',
			severity: 'error',
			from: { path: '^nodes/([^/]+)/' },
			to: { path: '^nodes/', pathNot: '^nodes/($1|shared)/' },
		},
		{
			name: 'pure-half',
			comment: 'Arithmetic stays apart from Odoo, in the folder beside it.',
			severity: 'error',
			from: {
				path: '^lib/(sku-map|settlement|reconciliation)/',
				pathNot: '^lib/[^/]+/odoo/',
			},
			to: { path: ['^lib/odoo/', '^lib/[^/]+/odoo/', '^lib/orders/'] },
		},
		{
			name: 'not-resolvable',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default'],
		},
	},
};
