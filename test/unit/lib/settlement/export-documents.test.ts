import { NO_DOCUMENTS, readDocuments } from '../../../../lib/settlement/export-documents';

it('completes the documents of an order row by row, in the format of dates of the register', () => {
	const { documents, unreadable } = readDocuments([
		{ order: 'S1', shipping_bill: 'SB1', shipping_bill_date: '20261125' },
		{ order: 'S1', fira: 42 },
		{ invoice: 'INV/2', exit_certificate: 'E2' },
	]);
	expect(unreadable).toEqual([]);
	expect([...documents]).toEqual([
		['S1', { ...NO_DOCUMENTS, shipping_bill: 'SB1', shipping_bill_date: '2026-11-25', fira: '42' }],
		['INV/2', { ...NO_DOCUMENTS, exit_certificate: 'E2' }],
	]);
});

it('gives back a row without an order or with an odd date, and takes the others', () => {
	const odd = [{ fira: 'F' }, { order: 'S2', extended_until: 'next week' }];
	const { documents, unreadable } = readDocuments([...odd, { order: 'S3', port_code: 'INBOM4' }]);
	expect([...documents.keys()]).toEqual(['S3']);
	expect(unreadable).toEqual([
		{ row: odd[0], reason: 'It has no order.' },
		{ row: odd[1], reason: 'extended_until is not a date (year-month-day).' },
	]);
});
