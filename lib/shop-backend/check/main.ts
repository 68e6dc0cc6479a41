#!/usr/bin/env node
import process from 'node:process';

import { IntegrationError } from '../../core/errors';
import { readArguments, USAGE } from './arguments';
import { checkShopBackend } from './check-shop-backend';
import { isConformant, report } from './report';

async function main(): Promise<number> {
	const target = readArguments(process.argv.slice(2), process.env.SHOP_BACKEND_SECRET);
	if (typeof target === 'string') {
		process.stderr.write(`${target}\n\n${USAGE}`);
		return 2;
	}
	const results = await checkShopBackend(target, Date.now);
	process.stdout.write(report(target.url, results));
	return isConformant(results) ? 0 : 1;
}

main()
	.catch((error: unknown) => {
		const text =
			error instanceof IntegrationError ? `${error.message} ${error.nextStep}` : String(error);
		process.stderr.write(`${text}\n`);
		return 2;
	})
	.then((code) => {
		process.exitCode = code;
	});
