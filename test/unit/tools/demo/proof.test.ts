import { proofOf, type PaidOrder } from '../../../../tools/demo/proof';

const answered = { attempt: 1, probe: false, acknowledged: true, latency_ms: 900 };
const sale: PaidOrder = {
	total: 9900,
	orders: [{ state: 'sale', amount_total: 99, activities: 0 }],
	deliveries: [answered, { ...answered, latency_ms: 1234 }],
};
const draft: PaidOrder = {
	total: 2500,
	orders: [{ state: 'draft', amount_total: 0, activities: 1 }],
	deliveries: [answered],
};

it('says what ten orders have proved', () => {
	expect(proofOf([sale, draft])).toEqual({
		holds: true,
		text:
			'Proved: 2 payments, notified 3 times: 2 of 2 are in Odoo exactly once. 1 are confirmed, 1 of them ' +
			'with the amount paid to the fen; 1 in review with an activity that says why. WeChat waits 5 s: ' +
			'3 of 3 first deliveries were acknowledged, the slowest after 1.2 s.',
	});
});

it.each<[string, PaidOrder]>([
	['a payment without an order', { ...sale, orders: [] }],
	['a second order', { ...sale, orders: [...sale.orders, ...sale.orders] }],
	['another total', { ...sale, total: 9901 }],
	[
		'a draft that nobody is asked about',
		{ ...draft, orders: [{ state: 'draft', amount_total: 0, activities: 0 }] },
	],
	[
		'a first delivery that was refused',
		{ ...sale, deliveries: [{ ...answered, acknowledged: false }] },
	],
])('proves nothing with %s', (_name, paid) => {
	expect(proofOf([sale, paid])).toMatchObject({
		holds: false,
		text: expect.stringMatching(/^Not proved/),
	});
});
