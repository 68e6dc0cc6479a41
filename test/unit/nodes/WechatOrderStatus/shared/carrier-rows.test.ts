import { readCarrierRows } from '../../../../../nodes/WechatOrderStatus/shared/carrier-rows';
import { withParameters } from '../../support/parameters';

it('takes the rows that are filled in, from the list or by code', () => {
	const rows = [
		{ odoo: ' SF Express ', deliveryId: { mode: 'list', value: 'SF' } },
		{ odoo: 'Yunda', deliveryId: ' YD ' },
		{ odoo: '', deliveryId: 'JD' },
		{ odoo: 'ZTO', deliveryId: { mode: 'id', value: '' } },
		{},
	];
	expect(readCarrierRows(withParameters({ 'carriers.row': rows }), 0)).toEqual([
		{ odoo: 'SF Express', delivery_id: 'SF' },
		{ odoo: 'Yunda', delivery_id: 'YD' },
	]);
	expect(readCarrierRows(withParameters({}), 0)).toEqual([]);
});
