import type { OdooVersion } from '../../tools/services/odoo';
import { describeCompanies } from './support/companies';
import { openShop, type Protocol, type Shop } from './support/shop';

describe.each<[OdooVersion, Protocol]>([
	['19', 'json2'],
	['14', 'xmlrpc'],
])('Orders of a second company in Odoo %s', (version, protocol) => {
	let open: Shop;
	beforeAll(async () => {
		open = await openShop(version);
	}, 1_800_000);
	afterAll(async () => await open?.server.stop());

	describeCompanies(() => open, protocol);
});
