import { customsHoldSteps } from '../../../../lib/customs/hold-steps';

it('holds nothing unless a warehouse is named, and has one rule for all warehouses', () => {
	expect(customsHoldSteps([])).toEqual([]);
	expect(customsHoldSteps(['WH', 'BW']).map(({ name }) => name)).toEqual([
		'Field Hold Until Customs of operation types',
		'Customs hold of warehouse WH',
		'Customs hold of warehouse BW',
		'Automation rule of the customs hold',
	]);
});
