import { odooFields } from '../../tools/services/odoo-fields';
import { startOrderingStack, type OrderingStack } from '../../tools/services/ordering-stack';

let stack: OrderingStack;

beforeAll(async () => {
	stack = await startOrderingStack({
		products: [{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 5 }],
	});
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

/** Presses the credential's test button with some fields changed. */
const test = async (type: 'wechatPayApi' | 'odooForWechatApi', changes: object = {}) => {
	const fields = type === 'wechatPayApi' ? stack.sandbox.credential : odooFields(stack.odoo);
	return await stack.client.testCredential(type, stack.credentials[type]!, {
		...fields,
		...changes,
	});
};

describe('the test of the WeChat Pay credential', () => {
	it('is content with what the merchant platform gave', async () => {
		expect(await test('wechatPayApi')).toMatchObject({ status: 'OK' });
	});

	it('takes a private key whose line breaks were lost in pasting', async () => {
		const privateKey = stack.sandbox.merchant.privateKeyPem.replace(/\n/g, ' ');
		expect(await test('wechatPayApi', { privateKey })).toMatchObject({ status: 'OK' });
	});

	it('takes the .p12 file as base64', async () => {
		const privateKey = stack.sandbox.merchant.privateKeyPkcs12Base64;
		expect(await test('wechatPayApi', { privateKey })).toMatchObject({ status: 'OK' });
	});

	it.each([
		['Merchant Certificate Serial', { merchantSerial: '7'.repeat(40) }, /serial/i],
		['Private Key', { privateKey: 'no key at all' }, /private key/i],
		['APIv3 Key', { apiV3Key: 'x'.repeat(31) }, /APIv3 Key/i],
		['Verification Keys', { verificationKeys: 'nothing' }, /verification keys/i],
		['address', { baseUrl: 'http://127.0.0.1:9' }, /127\.0\.0\.1:9/],
	])('names a wrong %s', async (_, changes, named) => {
		const { status, message } = await test('wechatPayApi', changes);
		expect(status).toBe('Error');
		expect(message).toMatch(named);
	});

	it("recognises the merchant's own certificate among the verification keys", async () => {
		const verificationKeys = stack.sandbox.merchant.certificatePem;
		const { status, message } = await test('wechatPayApi', { verificationKeys });
		expect(status).toBe('Error');
		expect(message).toMatch(/merchant/i);
	});
});

describe('the test of the Odoo credential', () => {
	it('reports version and user', async () => {
		const { status, message } = await test('odooForWechatApi');
		expect(status).toBe('OK');
		expect(message).toMatch(/19/);
	});

	it.each([
		['database', { database: 'nowhere' }, /database/i],
		['API key', { apiKey: 'wrong' }, /API key|password|log ?in/i],
		['address', { url: 'http://127.0.0.1:9' }, /127\.0\.0\.1:9/],
	])('names a wrong %s', async (_, changes, named) => {
		const { status, message } = await test('odooForWechatApi', changes);
		expect(status).toBe('Error');
		expect(message).toMatch(named);
	});

	it('names the rights that are missing', async () => {
		const login = 'no-rights';
		await stack.admin.call('res.users', 'create', [
			{ name: 'No rights', login, password: 'no-rights-on-loopback' },
		]);
		const { status, message } = await test('odooForWechatApi', {
			username: login,
			apiKey: 'no-rights-on-loopback',
		});
		expect(status).toBe('Error');
		expect(message).toMatch(/Sales/);
		expect(message).toMatch(/Inventory/);
	});
});
