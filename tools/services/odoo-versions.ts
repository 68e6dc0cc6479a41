import type { DebianRootRecipe } from './debian-root';

/** A version of Odoo that a server may have; the package serves 14 and newer. */
export type OdooVersion = '14' | '15' | '16' | '17' | '18' | '19';
const KNOWN: string[] = ['14', '15', '16', '17', '18', '19'] satisfies OdooVersion[];

/** A version that can be installed here; any other needs a server of its own. */
export type InstalledVersion = '19' | '14';

/** Whether a version is older than another one. */
export const isBefore = (version: OdooVersion, other: OdooVersion): boolean =>
	Number(version) < Number(other);

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
export const ODOO: Record<InstalledVersion, VersionFacts> = {
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

/**
 * The versions that tests run on: those that `ODOO_VERSIONS` names (`19,14`), else all that are installed.
 *
 * @param environment usually `process.env`
 * @throws Error for a version that is not known
 */
export function chosenVersions(environment: Record<string, string | undefined>): OdooVersion[] {
	const named = environment.ODOO_VERSIONS?.split(/[\s,]+/).filter(Boolean) ?? [];
	const unknown = named.find((version) => !KNOWN.includes(version));
	if (unknown) throw new Error(`ODOO_VERSIONS names ${unknown}, not one of ${KNOWN.join(', ')}`);
	return named.length > 0 ? (named as OdooVersion[]) : ['19', '14'];
}
