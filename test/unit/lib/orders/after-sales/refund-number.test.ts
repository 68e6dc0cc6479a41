import {
	refundNumberOf,
	sourceOfRefund,
} from '../../../../../lib/orders/after-sales/refund-number';

it.each([{ creditNoteId: 57 }, 'order' as const])('finds %j again by its number', (source) => {
	const number = refundNumberOf('SHOP-1*', source);
	expect(number).toMatch(/^[\w|*@-]{1,64}$/);
	expect(sourceOfRefund(number, 'SHOP-1*')).toEqual(source);
});

it.each([undefined, '', 'SHOP1', 'SHOP1-R1', 'SHOP1-CN', 'SHOP1-CN07', 'SHOP1-CN1x', 'SHOP2-CN1'])(
	'takes %j for the number of a refund that began elsewhere',
	(number) => expect(sourceOfRefund(number, 'SHOP1')).toBeUndefined(),
);
