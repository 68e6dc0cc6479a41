import fc from 'fast-check';

import type { ShippingOrder } from '../../../../../lib/wechat-api/shipping/order';
import { planUpload } from '../../../../../lib/wechat-api/shipping/plan-upload';
import { onceUploaded, order, parcel, shipment, uploaded } from './orders';

const numbers = (plan: ReturnType<typeof planUpload>) =>
	plan.do === 'upload' ? plan.shipping_list.map(({ tracking_no }) => tracking_no) : [];

describe('what is to be uploaded', () => {
	it('is one parcel, unified', () => {
		expect(planUpload(order(), shipment(), 'review')).toEqual({
			do: 'upload',
			delivery_mode: 1,
			is_all_delivered: true,
			shipping_list: [parcel('A')],
			correction: false,
		});
	});

	it('is a split shipment for three parcels, or for one while more is to follow', () => {
		const three = shipment({ parcels: ['A', 'B', 'C'].map((number) => parcel(number)) });
		expect(planUpload(order(), three, 'review')).toMatchObject({
			delivery_mode: 2,
			is_all_delivered: true,
		});
		expect(planUpload(order(), shipment({ allDelivered: false }), 'review')).toMatchObject({
			delivery_mode: 2,
			is_all_delivered: false,
		});
	});

	it('is the last parcel beside those before it, which is no correction', () => {
		const first = order(uploaded([onceUploaded('A')], false));
		const plan = planUpload(first, shipment({ parcels: [parcel('B')] }), 'review');
		expect(plan).toMatchObject({ delivery_mode: 2, is_all_delivered: true, correction: false });
		expect(numbers(plan)).toEqual(['A', 'B']);
	});

	it('is the same parcel in split mode when it turns out to have been the last', () => {
		const first = order(uploaded([onceUploaded('A')], false));
		expect(planUpload(first, shipment(), 'review')).toMatchObject({
			do: 'upload',
			delivery_mode: 2,
			is_all_delivered: true,
			correction: false,
		});
	});

	it('is nothing when it is there, also when an older shipment comes again', () => {
		const all = order(uploaded([onceUploaded('A'), onceUploaded('B')], true));
		expect(planUpload(all, shipment(), 'replace')).toEqual({ do: 'nothing' });
		expect(planUpload(all, shipment({ allDelivered: false }), 'replace')).toEqual({
			do: 'nothing',
		});
	});

	it('has another carrier of a number in place of the old one, while more is to follow', () => {
		const wrong = order(uploaded([onceUploaded('A', 'STO')], false));
		const plan = planUpload(wrong, shipment(), 'review');
		expect(plan).toMatchObject({ shipping_list: [{ tracking_no: 'A', express_company: 'ZTO' }] });
	});

	it('uses the one correction up only when it is told to', () => {
		const shipped = order(uploaded([onceUploaded('A')], true));
		const other = shipment({ parcels: [parcel('B')] });
		expect(planUpload(shipped, other, 'review')).toEqual({
			do: 'review',
			reason: 'already_shipped',
		});
		const replaced = planUpload(shipped, other, 'replace');
		expect(replaced).toMatchObject({ correction: true, delivery_mode: 1 });
		expect(numbers(replaced)).toEqual(['B']);
		const added = planUpload(shipped, other, 'add');
		expect(added).toMatchObject({ correction: true, delivery_mode: 2, is_all_delivered: true });
		expect(numbers(added)).toEqual(['A', 'B']);
	});

	it('takes another way of delivery for a correction', () => {
		const shipped = order(uploaded([onceUploaded('A')], false));
		const pickUp = shipment({ logistics: 'pickUp', parcels: [{ item_desc: 'Tee' }] });
		expect(planUpload(shipped, pickUp, 'review')).toMatchObject({ reason: 'already_shipped' });
		expect(planUpload(shipped, pickUp, 'add')).toMatchObject({ correction: true });
	});

	it('waits with a delivery in parts that has no carrier', () => {
		const local = shipment({
			logistics: 'local',
			parcels: [{ item_desc: 'Tee' }],
			allDelivered: false,
		});
		expect(planUpload(order(), local, 'review')).toEqual({ do: 'wait', reason: 'more_to_deliver' });
		expect(planUpload(order(), { ...local, allDelivered: true }, 'review')).toMatchObject({
			delivery_mode: 1,
			shipping_list: [{ item_desc: 'Tee' }],
		});
	});

	it.each([
		['refunded', { order_state: 5 }, 'refunded'],
		['confirmed', { order_state: 3 }, 'confirmed'],
		['settled', { order_state: 6 }, 'confirmed'],
	] as const)('is for a person where the payment is %s', (_, changes, reason) => {
		expect(planUpload(order(changes), shipment(), 'replace')).toEqual({ do: 'review', reason });
	});

	it('takes 15 parcels at most, those before included', () => {
		const there = Array.from({ length: 14 }, (_, index) => onceUploaded(`T${index}`));
		const known = order(uploaded(there, false));
		expect(planUpload(known, shipment(), 'review')).toMatchObject({ do: 'upload' });
		const two = shipment({ parcels: [parcel('A'), parcel('B')] });
		expect(planUpload(known, two, 'review')).toEqual({ do: 'review', reason: 'too_many_parcels' });
	});
});

/** WeChat as its pages describe it: what a call makes of a payment. */
function apply(before: ShippingOrder, plan: ReturnType<typeof planUpload>): ShippingOrder {
	if (plan.do !== 'upload') return before;
	const count = before.shipping.finish_shipping_count ?? 0;
	const finished = plan.delivery_mode === 1 || plan.is_all_delivered;
	const parcels = plan.shipping_list.map((one) =>
		onceUploaded(one.tracking_no!, one.express_company),
	);
	return order(
		uploaded(parcels, finished, {
			delivery_mode: plan.delivery_mode,
			finish_shipping_count: finished ? count + 1 : count,
		}),
	);
}

it('ends with every parcel uploaded and no correction, in whatever order and how often they come', () => {
	const split = fc.integer({ min: 1, max: 6 }).chain((count) =>
		fc.record({
			count: fc.constant(count),
			runs: fc.array(fc.integer({ min: 0, max: count - 1 }), { maxLength: 12 }),
		}),
	);
	fc.assert(
		fc.property(split, ({ count, runs }) => {
			const pickings = Array.from({ length: count }, (_, index) =>
				shipment({ parcels: [parcel(`T${index}`)], allDelivered: index === count - 1 }),
			);
			let now = order();
			let next = 0;
			// Each picking is done after the one before; any that is done may come again.
			for (const run of [...runs, ...pickings.keys()]) {
				const index = Math.min(run, next);
				const plan = planUpload(now, pickings[index]!, 'review');
				expect(plan).not.toMatchObject({ correction: true });
				expect(plan.do).not.toBe('review');
				now = apply(now, plan);
				next = Math.max(next, Math.min(index + 1, count - 1));
			}
			expect(now.shipping).toMatchObject({ finish_shipping: true, finish_shipping_count: 1 });
			expect(now.shipping.shipping_list?.map((one) => one.tracking_no).sort()).toEqual(
				pickings.map((one) => one.parcels[0]!.tracking_no).sort(),
			);
			for (const one of pickings) expect(planUpload(now, one, 'replace').do).toBe('nothing');
		}),
	);
});
