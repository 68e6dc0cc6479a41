import { randomBytes } from 'node:crypto';
import type { IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

type Context = Pick<
	IHookFunctions | ITriggerFunctions | IWebhookFunctions,
	'getWorkflowStaticData'
>;

/** Keys of tests by their path: n8n stores nothing of a test, and a test stays in one process. */
const testKeys = new Map<string, string>();

const isTest = (webhookUrl: string): boolean => webhookUrl.includes('-test/');

/** The secret in the address that Odoo pushes to; undefined before the workflow is published. */
export function pushKeyOf(context: Context, webhookUrl: string): string | undefined {
	if (isTest(webhookUrl)) return testKeys.get(new URL(webhookUrl).pathname);
	const { pushKey } = context.getWorkflowStaticData('node');
	return typeof pushKey === 'string' ? pushKey : undefined;
}

/** The same secret, made at random when the workflow is published for the first time, or tested. */
export function ensurePushKey(context: Context, webhookUrl: string): string {
	const known = pushKeyOf(context, webhookUrl);
	if (known !== undefined) return known;
	const made = randomBytes(20).toString('hex');
	if (isTest(webhookUrl)) testKeys.set(new URL(webhookUrl).pathname, made);
	else Object.assign(context.getWorkflowStaticData('node'), { pushKey: made });
	return made;
}
