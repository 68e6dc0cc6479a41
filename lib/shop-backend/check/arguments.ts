import { parseArgs } from 'node:util';

import type { Target } from './backend';

export const USAGE = `Checks whether the backend of a shop follows the contract (docs/shop-backend.md).

  SHOP_BACKEND_SECRET=whsec_… npx --package n8n-nodes-wechat-odoo check-shop-backend URL [options]

  --order NUMBER   an order that the shop knows (out_trade_no)
  --paid FEN       the amount that was paid for it
  --sku SKU        a SKU whose stock may be overwritten, to check stock.set

The secret is that of the credential Shop Backend API. Exit code: 0 if nothing failed, 1 if something
did, 2 if the arguments are wrong.
`;

/** The time that the contract gives an answer. */
const LIMIT_MS = 3_000;

/**
 * @param secret of the environment: arguments are visible to every user of the machine
 * @returns what to check, or what is wrong with the arguments
 */
export function readArguments(args: string[], secret: string | undefined): Target | string {
	try {
		const text = { type: 'string' } as const;
		const { values, positionals } = parseArgs({
			args,
			options: { order: text, paid: text, sku: text },
			allowPositionals: true,
		});
		const [url, ...more] = positionals;
		if (url === undefined || !URL.canParse(url) || more.length > 0) return 'Give one URL.';
		if (!secret) return 'Set SHOP_BACKEND_SECRET to the secret of your backend.';
		const { order, paid, sku } = values;
		if (paid !== undefined && !/^\d{1,12}$/.test(paid)) return '--paid is a whole number of fen.';
		return {
			...{ url, secret, limitMs: LIMIT_MS, orderNumber: order, sku },
			paidFen: paid === undefined ? undefined : Number(paid),
		};
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
