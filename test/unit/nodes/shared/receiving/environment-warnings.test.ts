import { environmentWarnings } from '../../../../../nodes/shared/receiving/environment-warnings';

const RECOMMENDED = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

it.each([
	[RECOMMENDED],
	[{ N8N_EXPRESSION_ENGINE: 'legacy' }],
	[{ ...RECOMMENDED, N8N_CONCURRENCY_PRODUCTION_LIMIT: '-1' }],
	[{ ...RECOMMENDED, EXECUTIONS_DATA_SAVE_ON_ERROR: 'all' }],
])('has nothing to say about %j', (env) => {
	expect(environmentWarnings(env)).toEqual([]);
});

it.each([
	[{}, 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE'],
	[{ N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'false' }, 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE'],
	[{ ...RECOMMENDED, N8N_CONCURRENCY_PRODUCTION_LIMIT: '20' }, 'N8N_CONCURRENCY_PRODUCTION_LIMIT'],
	[{ ...RECOMMENDED, EXECUTIONS_DATA_SAVE_ON_ERROR: 'none' }, 'EXECUTIONS_DATA_SAVE_ON_ERROR'],
	[{ ...RECOMMENDED, N8N_DEFAULT_BINARY_DATA_MODE: 'default' }, 'N8N_DEFAULT_BINARY_DATA_MODE'],
])('names the setting that is wrong in %j', (env, setting) => {
	expect(environmentWarnings(env)).toEqual([expect.stringContaining(setting)]);
});
