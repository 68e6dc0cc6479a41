import { IntegrationError } from '../../lib/core/errors';
import { borrowOdoo } from './borrowed-odoo';
import { debianIsPossible } from './debian-root';
import { dockerRuns } from './docker';
import { odooFromEnvironment } from './odoo-address';
import { startOdooOnDebian } from './odoo-debian';
import { installOdooOnDebian } from './odoo-debian-install';
import { startOdooInDocker } from './odoo-docker';
import { installOdooInDocker } from './odoo-docker-install';
import type { OdooServer } from './odoo-server';
import { ODOO, type InstalledVersion, type OdooVersion } from './odoo-versions';
import type { Progress } from './progress';

export type { OdooLogin, OdooServer } from './odoo-server';
export type { OdooVersion } from './odoo-versions';

/**
 * A real Odoo with a fresh database: the one that the environment names, or else a database on the one that
 * a test run shares, or else a server of its own. It ends with `stop()`, with Ctrl-C and with this process.
 *
 * @param template what a test run may have prepared in the database; `template` of the server says whether
 *   it has
 * @throws IntegrationError `NO_ODOO_SERVER` when there is no way to start one
 */
export async function startOdoo(
	version: OdooVersion,
	progress: Progress,
	template?: string,
): Promise<OdooServer> {
	const given = odooFromEnvironment(version, process.env);
	if (given) {
		progress(`using the server at ${given.url}`);
		return given;
	}
	const borrowed = await borrowOdoo(process.env.SHARED_ODOO, version, template);
	return borrowed ?? (await startOwnOdoo(version, progress));
}

/**
 * A real Odoo in Docker, or else from Debian packages in their own root folder. The first start installs
 * (minutes), later ones take seconds.
 *
 * @throws IntegrationError `NO_ODOO_SERVER` when this machine allows neither
 */
export async function startOwnOdoo(version: OdooVersion, progress: Progress): Promise<OdooServer> {
	if (isInstalled(version)) {
		if (await dockerRuns()) return await startOdooInDocker(version, progress);
		if (await debianIsPossible()) return await startOdooOnDebian(version, progress);
	}
	throw noOdooServer(version);
}

/**
 * Does what the first start of a version does, and starts nothing. A server from the environment needs no
 * installation.
 *
 * @throws IntegrationError `NO_ODOO_SERVER` when this machine allows none
 */
export async function installOdoo(version: OdooVersion, progress: Progress): Promise<void> {
	if (odooFromEnvironment(version, process.env)) return;
	if (isInstalled(version)) {
		if (await dockerRuns()) return void (await installOdooInDocker(version, progress));
		if (await debianIsPossible()) return void (await installOdooOnDebian(version, progress));
	}
	throw noOdooServer(version);
}

const isInstalled = (version: OdooVersion): version is InstalledVersion => version in ODOO;

const noOdooServer = (version: OdooVersion): IntegrationError =>
	new IntegrationError({
		code: 'NO_ODOO_SERVER',
		message: `There is no way to start Odoo ${version} on this machine.`,
		likelyCause: isInstalled(version)
			? 'No Docker engine is running, and this is not Debian or Ubuntu as root, with the right to mount.'
			: `Only ${Object.keys(ODOO).join(' and ')} can be installed here.`,
		nextStep:
			(isInstalled(version)
				? 'Start Docker, or run this as root on Debian or Ubuntu, or name'
				: 'Name') +
			` a server of your own in ODOO_${version}_URL, with ODOO_${version}_DATABASE, _ADMIN_LOGIN, _ADMIN_PASSWORD, ` +
			`_USER_LOGIN and _USER_PASSWORD.`,
	});
