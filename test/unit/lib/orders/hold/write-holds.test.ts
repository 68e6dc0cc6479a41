import { IntegrationError } from '../../../../../lib/core/errors';
import { writeHolds } from '../../../../../lib/orders/hold/write-holds';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

it('refuses orders whose SKUs are not mapped, and writes nothing for them', async () => {
	const odoo = fakeOdoo(() => []);
	const { payment } = paidOrder();
	const [result] = await writeHolds(odoo, [{ order: { payment }, expires: 0 }], { taxes: 'none' });
	expect(result).toBeInstanceOf(IntegrationError);
	expect(odoo.calls).toEqual([]);
});
