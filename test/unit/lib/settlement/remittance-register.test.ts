import { money } from '../../../../lib/core/money';
import { readReceipt } from '../../../../lib/settlement/receipt';
import { remittance } from '../../../../lib/settlement/remittance-register';

describe('remittance register', () => {
	it('tells payout, receipt and rate before charges', () => {
		const payout = {
			...{ batch_id: 'B1', date: '2026-11-22', from: '2026-11-20', until: '2026-11-21' },
			settled: money(100000, 'USD'),
		};
		const net = (transaction_id: string) => ({ mchid: 'm', transaction_id, net: 1 });
		const receipt = readReceipt({
			...{ reference: 'R1', date: '2026-11-25', amount: 84500, charges: 500, currency: 'INR' },
		});
		const checked = { payout, orders: [net('1'), net('2')], difference: 0, problem: '' };
		expect(remittance(checked, receipt, 'P0102')).toMatchObject({
			...{ settled: '1000.00', received: '84500.00', bank_charges: '500.00', rate: '85.0000' },
			...{ orders: 2, bank_reference: 'R1', purpose_code: 'P0102', settlement_date: '2026-11-22' },
		});
	});
});
