import { reasonOf } from './reason';
import { findChromium } from './chromium';
import { installN8n } from './n8n-install';
import { startOdoo } from './odoo';
import { cleanUp } from './processes';
import { progressFor } from './progress';
import { startRedis } from './redis';

/** Installs what the contract, e2e and browser suites run on, so that their own times are theirs. */
async function main(): Promise<void> {
	for (const version of ['19', '14'] as const) {
		const odoo = await startOdoo(version, progressFor(`odoo ${version}`));
		await odoo.stop();
	}
	await installN8n(progressFor('n8n'));
	await findChromium(progressFor('browser'));
	const redis = await startRedis(progressFor('redis'));
	await redis.stop();
}

main()
	.catch((error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		process.exitCode = 1;
	})
	.finally(() => void cleanUp().then(() => process.exit()));
