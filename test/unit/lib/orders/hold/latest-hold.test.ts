import fc from 'fast-check';

import { IntegrationError } from '../../../../../lib/core/errors';
import { asHold } from '../../../../../lib/orders/hold/hold-reference';
import { latestHold } from '../../../../../lib/orders/hold/latest-hold';
import { paymentKey } from '../../../../../lib/orders/model/paid-order';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const unknown = () =>
	Promise.reject(
		new IntegrationError({
			code: 'ODOO_EXTERNAL_ID_UNKNOWN',
			message: '',
			likelyCause: '',
			nextStep: '',
		}),
	);

it('finds the last hold of a number', async () => {
	const ids = [11, 12, 13];
	const odoo = fakeOdoo((_, index) => (ids[index] ? ['sale.order', ids[index]] : unknown()));
	expect(await latestHold(odoo, paidOrder())).toEqual({ id: 13, turn: 3 });
	expect(await latestHold(fakeOdoo(unknown), paidOrder())).toBeUndefined();
});

it('never gives two numbers the same name, whatever their turns', () => {
	const number = fc.stringMatching(/^[A-Za-z0-9_|*-]{1,12}$/);
	fc.assert(
		fc.property(number, number, fc.integer({ min: 1, max: 12 }), (one, other, turn) => {
			fc.pre(one !== other);
			const name = (out_trade_no: string, of: number) =>
				paymentKey(asHold(paidOrder({ out_trade_no }), of));
			expect(name(one, turn)).not.toBe(name(other, 1));
			expect(name(one, turn)).not.toBe(name(other, turn));
		}),
	);
});
