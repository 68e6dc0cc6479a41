import { ensurePushKey, pushKeyOf } from '../../../../../nodes/OdooTrigger/shared/push-key';

const WEBHOOK = 'https://n8n.example.com/webhook/1a2b3c4d-0000-4000-8000-000000000001/webhook';
const TEST = WEBHOOK.replace('webhook/', 'webhook-test/');
const workflow = () => {
	const stored = {};
	return { getWorkflowStaticData: () => stored };
};

it('makes a random secret once, and keeps it with the workflow', () => {
	const one = workflow();
	expect(pushKeyOf(one, WEBHOOK)).toBeUndefined();
	const key = ensurePushKey(one, WEBHOOK);
	expect(key).toMatch(/^[0-9a-f]{40}$/);
	expect([ensurePushKey(one, WEBHOOK), pushKeyOf(one, WEBHOOK)]).toEqual([key, key]);
	expect(ensurePushKey(workflow(), WEBHOOK)).not.toBe(key);
});

it('keeps the secret of a test out of the workflow', () => {
	const one = workflow();
	const key = ensurePushKey(one, TEST);
	expect(pushKeyOf(one, TEST)).toBe(key);
	expect(pushKeyOf(one, WEBHOOK)).toBeUndefined();
	expect(one.getWorkflowStaticData()).toEqual({});
});
