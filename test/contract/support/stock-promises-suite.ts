import type { OdooVersion } from '../../../tools/services/odoo';
import { describeDryRuns } from './dry-runs';
import { describeHolds } from './holds';
import { openShop, type Protocol, type Shop } from './shop';
import { describeShortages } from './shortages';

/** What surrounds the recording of paid orders, for each protocol of one real Odoo. */
export function describeStockPromises(version: OdooVersion, protocols: Protocol[]): void {
	describe(`Promising stock in Odoo ${version}`, () => {
		let open: Shop;
		const shop = () => open;
		beforeAll(async () => {
			open = await openShop(version);
		}, 1_800_000);
		afterAll(async () => await open?.server.stop());

		describe.each(protocols)('over %s', (protocol) => {
			describe('shortages', () => describeShortages(shop, protocol));
			describe('dry runs', () => describeDryRuns(shop, protocol));
			describe('holds', () => describeHolds(shop, protocol));
		});
	});
}
