import { releaseExpiredHolds } from '../../../../../lib/orders/hold/release-holds';
import { fakeOdoo } from '../../odoo/fake-odoo';

const HOLDS = [
	{ id: 1, name: 'S1', client_order_ref: 'WeChat hold until 2026-11-22 15:30:00 UTC' },
	{ id: 2, name: 'S2', client_order_ref: 'WeChat hold until 2026-11-22 15:31:00 UTC' },
	{ id: 3, name: 'S3', client_order_ref: 'WeChat hold until tomorrow' },
];
const NOW = Date.parse('2026-11-22T15:30:30Z');

async function release(dryRun: boolean, subject = 'WeChat hold released') {
	const odoo = fakeOdoo(({ model, method }) => {
		if (method === 'load') return { ids: [5], messages: [] };
		return model === 'mail.message' ? [{ id: 5, subject }] : HOLDS;
	});
	const holds = await releaseExpiredHolds(odoo, NOW, dryRun);
	return {
		holds,
		cancelled: odoo.calls.flatMap(({ method, ids }) => (method === 'action_cancel' ? [ids] : [])),
	};
}

const EXPIRED = { sale_order_id: 1, name: 'S1', expired_at: '2026-11-22T15:30:00.000Z' };

it('cancels the orders of expired holds only', async () => {
	expect(await release(false)).toEqual({
		holds: [{ ...EXPIRED, released: true }],
		cancelled: [[1]],
	});
});

it('keeps a hold whose payment came first', async () => {
	const { holds, cancelled } = await release(false, 'WeChat hold paid by 42');
	expect(holds).toEqual([{ ...EXPIRED, released: false }]);
	expect(cancelled).toEqual([]);
});

it('only lists them in a preview', async () => {
	expect(await release(true)).toEqual({ holds: [{ ...EXPIRED, released: false }], cancelled: [] });
});
