import { IntegrationError } from '../../../../../lib/core/errors';
import type { OdooClient } from '../../../../../lib/odoo/client';
import { readLedger } from '../../../../../lib/settlement/odoo/read-ledger';

const failing = (codes: Record<string, string>) =>
	({
		call: async (model: string) =>
			await Promise.reject(
				new IntegrationError({
					code: codes[model] ?? 'ODOO_NOT_FOUND',
					...{ message: '', likelyCause: '', nextStep: '' },
				}),
			),
	}) as unknown as OdooClient;

describe('reading a ledger that is not there', () => {
	it.each(['ODOO_NOT_FOUND', 'ODOO_SERVER_FAULT'])('names set-up in place of %s', async (code) => {
		const odoo = failing({
			x_wechat_settlement: code,
			'ir.model.data': 'ODOO_EXTERNAL_ID_UNKNOWN',
		});
		await expect(readLedger(odoo, [])).rejects.toMatchObject({
			code: 'ODOO_LEDGER_MISSING',
			nextStep: expect.stringContaining('Set Up: Run'),
		});
	});

	it('passes on what else went wrong', async () => {
		const lost = failing({ x_wechat_settlement: 'ODOO_UNREACHABLE' });
		await expect(readLedger(lost, [])).rejects.toMatchObject({ code: 'ODOO_UNREACHABLE' });
		const there = failing({
			x_wechat_settlement: 'ODOO_SERVER_FAULT',
			'ir.model.data': 'ODOO_ACCESS_DENIED',
		});
		await expect(readLedger(there, [])).rejects.toMatchObject({ code: 'ODOO_SERVER_FAULT' });
	});
});
