import type { DebianRootRecipe } from './debian-root';

export type OdooVersion = '19' | '14';

interface VersionFacts {
	debian: DebianRootRecipe;
	/** Docker's official images. */
	images: { odoo: string; postgres: string };
	modules: string[];
	/** The option that keeps demonstration records out. */
	withoutDemo: string;
	/** The setting of the port for live notifications; left alone, two servers would share it. */
	livePortSetting: string;
}

const MODULES = ['sale_management', 'stock', 'sale_stock', 'base_automation'];

/** What differs between the versions when they are installed and started. */
export const ODOO: Record<OdooVersion, VersionFacts> = {
	'19': {
		// The package lives in sid but needs the Python of trixie.
		debian: {
			suite: 'trixie',
			packagesFrom: 'sid',
			packages: ['odoo-19', 'postgresql', 'tzdata-legacy'],
		},
		images: { odoo: 'odoo:19.0', postgres: 'postgres:17' },
		modules: [...MODULES, 'stock_delivery'],
		withoutDemo: '--without-demo',
		livePortSetting: 'gevent_port',
	},
	'14': {
		debian: { suite: 'bullseye', packages: ['odoo-14', 'postgresql'] },
		images: { odoo: 'odoo:14.0', postgres: 'postgres:13' },
		modules: [...MODULES, 'delivery'],
		withoutDemo: '--without-demo=all',
		livePortSetting: 'longpolling_port',
	},
};
