import type { OdooVersion } from '../../../tools/services/odoo';
import { describeRegistration } from './registration';
import { describeShipments } from './shipments';
import { openShop, type Protocol, type Shop } from './shop';

/** What has left for the buyers, and how Odoo pushes, for each protocol of one real Odoo. */
export function describeDeliveries(version: OdooVersion, protocols: Protocol[]): void {
	describe(`Deliveries of Odoo ${version}`, () => {
		let open: Shop;
		const shop = () => open;
		beforeAll(async () => {
			open = await openShop(version);
		}, 1_800_000);
		afterAll(async () => await open?.server.stop());

		describe.each(protocols)('over %s', (protocol) => {
			describe('shipments', () => describeShipments(shop, protocol));
			describe('pushes', () => describeRegistration(shop, protocol));
		});
	});
}
