interface Rule {
	isWrong(env: NodeJS.ProcessEnv): boolean;
	/** What is set, what it does, and what to set. */
	warning: string;
}

const number = (text: string | undefined): number => Number(text ?? Number.NaN);
const is = (text: string | undefined, word: string): boolean => text?.toLowerCase() === word;

/** Defaults are those of n8n 2.40. */
const RULES: Rule[] = [
	{
		isWrong: (env) =>
			!is(env.N8N_EXPRESSION_ENGINE, 'legacy') &&
			!is(env.N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE, 'true') &&
			env.N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE !== '1',
		warning:
			'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE is not true: n8n prepares its expression engine for every notification and keeps it while a caller waits. A campaign, or strangers with slow connections, can use up its memory. Set N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true and restart n8n.',
	},
	{
		isWrong: (env) => number(env.N8N_CONCURRENCY_PRODUCTION_LIMIT) > 0,
		warning:
			'N8N_CONCURRENCY_PRODUCTION_LIMIT is set: WeChat waits for its answer until a slot is free, and resends after 5 seconds. Remove the setting, or set it to -1, and restart n8n.',
	},
	{
		isWrong: (env) => is(env.EXECUTIONS_DATA_SAVE_ON_ERROR, 'none'),
		warning:
			'EXECUTIONS_DATA_SAVE_ON_ERROR is none: n8n deletes executions that fail, and with them payments that were acknowledged immediately. Set it to all and restart n8n.',
	},
	{
		isWrong: (env) => is(env.N8N_DEFAULT_BINARY_DATA_MODE, 'default'),
		warning:
			'N8N_DEFAULT_BINARY_DATA_MODE is default: n8n keeps files, such as bills and reports, in memory, and n8n 3 removes this mode. Set it to filesystem (queue mode: s3 or database) and restart n8n.',
	},
];

/** What in n8n's settings makes receiving notifications slow or unsafe, one text each. */
export const environmentWarnings = (env: NodeJS.ProcessEnv): string[] =>
	RULES.filter(({ isWrong }) => isWrong(env)).map(({ warning }) => warning);

let warned = false;

/** Warns once for all triggers of this process. */
export function warnOnce(warn: (text: string) => void): void {
	if (!warned) environmentWarnings(process.env).forEach(warn);
	warned = true;
}
