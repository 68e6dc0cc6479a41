import { findChromium } from './chromium';
import { installN8n } from './n8n-install';
import { installOdoo } from './odoo';
import { chosenVersions, type OdooVersion } from './odoo-versions';
import { findPhp } from './php';
import { progressFor } from './progress';
import { INSTALLATIONS } from './remaining-time';
import { reasonOf } from './reason';

/** What each suite runs on. */
const INSTALLS: Record<string, () => Promise<unknown>> = {
	contract: async () => await installOdoos(chosenVersions(process.env)),
	e2e: async () => {
		await installStack();
		await findPhp(progressFor('php'));
	},
	browser: async () => {
		await installStack();
		await findChromium(progressFor('browser'));
	},
};

async function installOdoos(versions: OdooVersion[]): Promise<void> {
	for (const version of versions)
		await installOdoo(version, progressFor(`odoo ${version}`, INSTALLATIONS.odoo));
}

/** n8n and the Odoo that it works with, side by side. */
async function installStack(): Promise<void> {
	await Promise.all([installOdoos(['19']), installN8n(progressFor('n8n', INSTALLATIONS.n8n))]);
}

/** Installs what the named suites run on, so that their own times are theirs. */
async function main(suites: string[]): Promise<void> {
	for (const suite of suites) await INSTALLS[suite]?.();
}

main(process.argv.slice(2)).catch((error: unknown) => {
	process.stderr.write(`${reasonOf(error)}\n`);
	process.exitCode = 1;
});
