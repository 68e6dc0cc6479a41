import { endedWaits, waitKey } from '../../../../../lib/orders/record/ended-waits';
import { fakeOdoo } from '../../odoo/fake-odoo';

it('finds the activity of a wait, and whether it is the only one of its order', async () => {
	const odoo = fakeOdoo(({ model, method, params }) => {
		if (model === 'ir.model.data') {
			const asked = JSON.stringify(params);
			const index = ['a', 'b', 'c'].findIndex((key) => asked.includes(`review_${waitKey(key)}"`));
			return ['mail.activity', 51 + index];
		}
		expect([model, method]).toEqual(['mail.activity', 'search_read']);
		return [
			{ id: 51, res_id: 1 },
			{ id: 52, res_id: 2 },
			{ id: 99, res_id: 2 },
		];
	});
	const found = await endedWaits(odoo, [
		{ key: 'a', id: 1 },
		{ key: 'b', id: 2 },
		{ key: 'c', id: 3 },
	]);
	expect([...found]).toEqual([
		['a', { activityId: 51, only: true }],
		['b', { activityId: 52, only: false }],
	]);
	expect(await endedWaits(odoo, [])).toEqual(new Map());
});
