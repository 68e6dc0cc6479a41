import { waitForTurn } from '../../../../../lib/orders/hold/wait-for-turn';
import { fakeOdoo } from '../../odoo/fake-odoo';

/** Odoo in which each look finds these drafts of other processes, and a clock that sleeping turns. */
function waiting(...looks: number[][]) {
	const clock = { ms: 0 };
	const context = {
		...{ now: () => clock.ms, monotonic: () => clock.ms, random: () => 0 },
		sleep: async (ms: number) => void (clock.ms += ms),
	};
	const odoo = fakeOdoo((_, index) => (looks[index] ?? looks.at(-1) ?? []).map((id) => ({ id })));
	const wait = async (ids = [30, 31]) => await waitForTurn(odoo, ids, [7], context);
	return { odoo, clock, wait };
}

it('goes on at once where no earlier hold of the products is a draft', async () => {
	const { odoo, clock, wait } = waiting([]);
	await wait();
	expect(odoo.calls).toHaveLength(1);
	expect(odoo.calls[0]?.params?.domain).toEqual(
		expect.arrayContaining([
			['id', '<', 30],
			['order_line.product_id', 'in', [7]],
		]),
	);
	expect(clock.ms).toBe(0);
});

it('asks Odoo nothing where there is nothing to confirm', async () => {
	const { odoo, wait } = waiting([29]);
	await wait([]);
	expect(odoo.calls).toEqual([]);
});

it('waits until the earlier ones are confirmed', async () => {
	const { clock, wait } = waiting([28, 29], [29], []);
	await wait();
	expect(clock.ms).toBe(200);
});

it('waits once, and not for ever, for what a process has left behind', async () => {
	const { odoo, clock, wait } = waiting([28]);
	await wait();
	expect(clock.ms).toBe(2_500);
	const calls = odoo.calls.length;
	await wait();
	expect([clock.ms, odoo.calls.length]).toEqual([2_500, calls + 1]);
});
