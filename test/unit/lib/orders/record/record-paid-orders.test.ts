import { deadlineAfter } from '../../../../../lib/core/deadline';
import { IntegrationError } from '../../../../../lib/core/errors';
import { recordPaidOrders } from '../../../../../lib/orders/record/record-paid-orders';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const context = { now: () => 0, random: () => 0, sleep: async () => {} };
const ahead = deadlineAfter(60_000, () => 0);
const denied = new IntegrationError({
	code: 'ODOO_ACCESS_DENIED',
	message: '',
	likelyCause: '',
	nextStep: '',
});

it('lets nodes with different options take turns at one database', async () => {
	let busy = 0;
	let most = 0;
	const odoo = fakeOdoo(async () => {
		busy += 1;
		most = Math.max(most, busy);
		await new Promise((resolve) => setImmediate(resolve));
		busy -= 1;
		throw denied;
	});
	const outcomes = await Promise.all(
		(['odoo', 'none'] as const).map(
			async (taxes) => await recordPaidOrders(odoo, [paidOrder()], { taxes }, context, ahead),
		),
	);
	expect(outcomes.flat()).toMatchObject([{ error: denied }, { error: denied }]);
	expect(odoo.calls).toHaveLength(2);
	expect(most).toBe(1);
});

it('gives up on an Odoo that never answers when the deadline has passed', async () => {
	const odoo = fakeOdoo(async () => await new Promise(() => {}));
	const deadline = deadlineAfter(20, () => performance.now());
	const outcomes = await recordPaidOrders(
		odoo,
		[paidOrder(), paidOrder({ transaction_id: 'other' })],
		{ taxes: 'odoo' },
		context,
		deadline,
	);
	expect(outcomes).toMatchObject([
		{ error: { code: 'ODOO_TIME_BUDGET' } },
		{ error: { code: 'ODOO_TIME_BUDGET' } },
	]);
});
