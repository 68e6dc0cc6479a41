import { money } from '../../../../lib/core/money';
import { NO_DOCUMENTS } from '../../../../lib/settlement/export-documents';
import { exportRow, type ExportedOrder } from '../../../../lib/settlement/export-register';

const exported: ExportedOrder = {
	...{
		order: 'S1',
		transaction_id: '42',
		date: '2026-01-02',
		buyer: 'WeChat buyer',
		country: 'CN',
	},
	invoices: [
		{ name: 'INV/1', date: '2026-01-03', total: money(9900, 'CNY') },
		{ name: 'INV/2', date: '2026-01-05', total: money(100, 'CNY') },
	],
	...{ shipped: '2026-01-31', waybills: ['SF1', 'SF2'], bank_references: [], received_date: '' },
	money: { state: 'settled', paid: money(10000, 'CNY'), settled: money(1400, 'USD') },
};
const options = {
	...{ fixed: { ad_code: '0123456' }, realisationMonths: 1, evidenceDays: 90 },
	today: '2026-03-01',
};

it('has invoice, shipment and money, and is overdue after the day that the money was due', () => {
	expect(exportRow(exported, NO_DOCUMENTS, options)).toMatchObject({
		...{ ad_code: '0123456', invoice: 'INV/1, INV/2', invoice_value: '100.00' },
		...{ waybill: 'SF1, SF2', open: '14.00', open_currency: 'USD' },
		...{ realise_by: '2026-02-28', overdue: true, evidence_by: '2026-04-03' },
		...{ evidence_complete: false, evidence_overdue: false },
	});
	const extended = { ...NO_DOCUMENTS, extended_until: '2026-12-31' };
	expect(exportRow(exported, extended, options)).toMatchObject({
		...{ realise_by: '2026-12-31', overdue: false },
	});
});

it('is not open once the bank has the money, and its evidence is complete with declaration and waybill', () => {
	const paid: ExportedOrder = {
		...{ ...exported, bank_references: ['NEFT 1'], received_date: '2026-02-27' },
		money: { ...exported.money, state: 'received', received: money(1200000, 'JPY') },
	};
	const documents = { ...NO_DOCUMENTS, customs_declaration: 'D1' };
	expect(exportRow(paid, documents, { ...options, today: '2030-01-01' })).toMatchObject({
		...{
			open: '',
			open_currency: '',
			overdue: false,
			received: '1200000',
			bank_reference: 'NEFT 1',
		},
		...{ evidence_complete: true, evidence_overdue: false },
	});
});

it('has no due day before the shipment, and none where no period is set', () => {
	const waiting = { ...exported, shipped: '', waybills: [], invoices: [] };
	expect(exportRow(waiting, NO_DOCUMENTS, options)).toMatchObject({
		...{
			realise_by: '',
			evidence_by: '',
			overdue: false,
			evidence_overdue: false,
			invoice_value: '',
		},
	});
	const without = { ...options, realisationMonths: 0, evidenceDays: 0 };
	expect(exportRow(exported, NO_DOCUMENTS, without)).toMatchObject({
		...{ realise_by: '', evidence_by: '', overdue: false, evidence_overdue: false },
	});
});
