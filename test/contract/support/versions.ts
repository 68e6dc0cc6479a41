import type { OdooVersion } from '../../../tools/services/odoo';
import { chosenVersions } from '../../../tools/services/odoo-versions';

/** How one speaks with an Odoo. */
export type Protocol = 'json2' | 'xmlrpc';

/** The versions of Odoo that the suite runs on. */
export const VERSIONS = chosenVersions(process.env);

/** What a version speaks, the newest first. */
export const protocolsOf = (version: OdooVersion): [Protocol, ...Protocol[]] =>
	version === '19' ? ['json2', 'xmlrpc'] : ['xmlrpc'];
