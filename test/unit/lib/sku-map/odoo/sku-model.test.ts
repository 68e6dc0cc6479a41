import { SKU_MODEL } from '../../../../../lib/sku-map/odoo/sku-model';
import { SKU_FIELDS } from '../../../../../lib/sku-map/odoo/stored-rows';

test('set-up creates the fields that are read and written, in the same order', () => {
	expect(SKU_MODEL.fields.map(({ name }) => name)).toEqual([...SKU_FIELDS]);
});
