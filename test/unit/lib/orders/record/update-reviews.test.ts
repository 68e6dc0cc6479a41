import { endedWaits, waitKey } from '../../../../../lib/orders/record/update-reviews';
import { odooWithRows } from '../../odoo/odoo-with-rows';

it('keys a wait by its reason, so that a second one is not hidden behind a finished one', () => {
	expect(waitKey('a', 'gift')).toMatch(/^a_wait_[0-9a-f]{8}$/);
	expect(waitKey('a', 'gift')).not.toBe(waitKey('a', 'address'));
	expect(waitKey('a', 'gift')).toBe(waitKey('a', 'gift'));
});

it('finds nothing for an order whose activities are those of persons', async () => {
	const rows = [{ id: 51, res_id: 1, copied: true }];
	expect(await endedWaits(odooWithRows({ 'mail.activity': rows }), [{ key: 'a', id: 1 }])).toEqual(
		new Map(),
	);
	expect(await endedWaits(odooWithRows({}), [])).toEqual(new Map());
});
