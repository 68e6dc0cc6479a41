import { readArguments } from '../../../../../lib/shop-backend/check/arguments';

const URL_OF_SHOP = 'https://shop.example/n8n';

it('reads what to check, and the secret from the environment only', () => {
	const args = [URL_OF_SHOP, '--order', 'SHOP1', '--paid', '24800', '--sku', 'TEE'];
	expect(readArguments(args, 'whsec_x')).toEqual({
		...{ url: URL_OF_SHOP, secret: 'whsec_x', limitMs: 3_000 },
		...{ orderNumber: 'SHOP1', paidFen: 24_800, sku: 'TEE' },
	});
});

it.each([
	['no URL', [], 'whsec_x', 'Give one URL.'],
	['no address', ['shop'], 'whsec_x', 'Give one URL.'],
	['two addresses', [URL_OF_SHOP, URL_OF_SHOP], 'whsec_x', 'Give one URL.'],
	['no secret', [URL_OF_SHOP], undefined, 'SHOP_BACKEND_SECRET'],
	['an amount in yuan', [URL_OF_SHOP, '--paid', '248.00'], 'whsec_x', 'whole number of fen'],
	['a secret as argument', [URL_OF_SHOP, '--secret', 'x'], 'whsec_x', '--secret'],
])('says what is wrong with %s', (_, args, secret, message) => {
	expect(readArguments(args, secret)).toContain(message);
});
