import { matchCarrier } from '../../../../../lib/wechat-api/shipping/carriers';

const CARRIERS = [
	{ delivery_id: 'SF', delivery_name: '顺丰速运' },
	{ delivery_id: 'SFB2C', delivery_name: '顺丰国际' },
	{ delivery_id: 'ZTO', delivery_name: '中通快递' },
	{ delivery_id: 'YD', delivery_name: '韵达速递' },
	{ delivery_id: 'DHL', delivery_name: 'DHL' },
	{ delivery_id: 'TW1', delivery_name: '双子快运' },
	{ delivery_id: 'TW2', delivery_name: '双子快运' },
];
const match = (name: string, code?: string, table: Parameters<typeof matchCarrier>[2] = []) =>
	matchCarrier({ name, ...(code ? { code } : {}) }, CARRIERS, table);

describe('the carrier of a shipment', () => {
	it.each([
		['by code, whatever its name', 'Our courier', 'ZTO', 'ZTO'],
		['by its Chinese name', '韵达速递', undefined, 'YD'],
		['by a short Chinese name', '顺丰', undefined, 'SF'],
		['by its English name', 'SF Express', undefined, 'SF'],
		['whatever the case and spaces', ' sf-EXPRESS ', undefined, 'SF'],
		['by the name that its code is', 'courier', 'YUNDA', 'YD'],
		['where both languages have one name', 'DHL Express', undefined, 'DHL'],
	])('is found %s', (_, name, code, delivery_id) => {
		expect(match(name, code)).toEqual({ delivery_id });
	});

	it.each([
		['similar only', 'SF Express International Heavy'],
		['two carriers of WeChat have', '双子快运'],
		['known to us and not in WeChat’s list', 'UPS'],
		['punctuation', '--'],
	])('is unknown where its name is %s', (_, name) => {
		expect(match(name)).toEqual({ problem: expect.stringContaining('Carriers in the node') });
	});

	it('is unknown where there is none', () => {
		expect(match(' ')).toEqual({ problem: 'The shipment has no carrier.' });
	});

	it('is unknown where code and name mean two', () => {
		expect(match('SF Express', 'Yunda')).toHaveProperty('problem');
	});

	it('is what the table of the merchant says, before anything else', () => {
		const table = [{ odoo: 'Local van', delivery_id: 'ZTO' }];
		expect(match('Local Van', undefined, table)).toEqual({ delivery_id: 'ZTO' });
		const wrong = [{ odoo: 'SF Express', delivery_id: 'SFX' }];
		expect(match('SF Express', undefined, wrong)).toEqual({
			problem: expect.stringContaining('"SFX"'),
		});
	});
});
