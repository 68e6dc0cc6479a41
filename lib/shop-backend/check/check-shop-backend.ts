import { secretBytes } from '../sign';
import { caller, type Target } from './backend';
import { runChecks, type Result } from './check';
import { ORDER_CHECKS } from './order-checks';
import { SECURITY_CHECKS } from './security-checks';
import { STOCK_CHECKS } from './stock-checks';

/**
 * Checks a shop's backend against the contract (docs/shop-backend.md), with real calls.
 *
 * @param now milliseconds since 1970
 * @throws IntegrationError `SHOP_SECRET_INVALID`
 */
export async function checkShopBackend(target: Target, now: () => number): Promise<Result[]> {
	secretBytes(target.secret);
	const checks = [...SECURITY_CHECKS, ...ORDER_CHECKS, ...STOCK_CHECKS];
	return await runChecks(checks, caller(target, now), target);
}
