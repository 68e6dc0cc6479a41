import fc from 'fast-check';

import { skuExternalId } from '../../../../lib/sku-map/external-id';

describe('skuExternalId', () => {
	it('keeps what Odoo takes as it is', () => {
		expect(skuExternalId('TEE-RED_M')).toBe('wechat_sku.TEE-RED_M');
	});

	it('escapes dots, spaces and Chinese', () => {
		expect(skuExternalId('A.1 红')).toBe('wechat_sku.A~2E1~20~E7~BA~A2');
	});

	it('never gives two SKUs one id, nor an id a second dot', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.string({ unit: 'grapheme' }),
				(one, other) => {
					const id = skuExternalId(one);
					expect(id.split('.')).toHaveLength(2);
					expect(id === skuExternalId(other)).toBe(one === other);
				},
			),
		);
	});
});
