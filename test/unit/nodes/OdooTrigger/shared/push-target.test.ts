import { isPushKey, pushTarget } from '../../../../../nodes/OdooTrigger/shared/push-target';

const URL = 'https://n8n.example.com/webhook/0a1b2c3d-1111-2222-3333-444455556666/odoo';
const target = pushTarget(URL, 'a secret', 'stockChanged');

it('has the secret in its address, and a name that people recognise', () => {
	expect(target.url).toBe(`${URL}?key=a+secret`);
	expect(target.name).toMatch(/^n8n .+ 0a1b2c3d$/);
	expect(target.name).not.toContain('secret');
	const test = pushTarget(URL.replace('webhook', 'webhook-test'), 'k', 'stockChanged');
	expect(test.name).toMatch(/\(test\)$/);
});

it('accepts its own secret alone', () => {
	expect(isPushKey(target, 'a secret')).toBe(true);
	for (const given of ['', 'a secre', 'a secret ', 'A secret', undefined, ['a secret'], 5])
		expect(isPushKey(target, given)).toBe(false);
});

it('accepts nothing where there is no secret', () => {
	expect(isPushKey(pushTarget(URL, '', 'stockChanged'), '')).toBe(false);
});
