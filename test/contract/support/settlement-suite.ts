import type { OdooVersion } from '../../../tools/services/odoo';
import { describeDraftEntries } from './draft-entries';
import { describeReceipts } from './receipts';
import { describeReconciliation } from './reconciliation';
import { openSettledShop, type SettledShop } from './settled-shop';
import type { Protocol } from './shop';
import { describeStatements } from './statements';

/** Money from the bill to the bank on a real Odoo, with the node in n8n's engine. */
export function describeSettlement(version: OdooVersion, protocol: Protocol): void {
	describe(`Money in Odoo ${version} over ${protocol}`, () => {
		let open: SettledShop;
		beforeAll(async () => {
			open = await openSettledShop(version, protocol);
		}, 1_800_000);
		afterAll(async () => await open?.stop());
		const shop = () => open;

		describe('reconciliation', () => describeReconciliation(shop));
		describe('statements', () => describeStatements(shop));
		describe('receipts', () => describeReceipts(shop, version === '19'));
		// Odoo 14 comes without a chart of accounts.
		if (version === '19') describe('accounting', () => describeDraftEntries(shop));
	});
}
