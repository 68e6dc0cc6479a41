import { IntegrationError } from '../core/errors';
import type { OdooClient } from '../odoo/client';
import type { StepReport } from '../odoo/schema/report-steps';
import { apiKeyEnd, currencyRates, lockedOrders, pricelistRules } from './settings/order-settings';
import { planLimits } from './settings/plan-limits';
import { productsOfSkus } from './settings/product-settings';
import type { SettingCheck } from './settings/setting-check';
import {
	deliverySteps,
	dropShipping,
	negativeStock,
	reservationMethod,
	warehouses,
} from './settings/warehouse-settings';

/**
 * The settings of Odoo that decide what happens to WeChat orders.
 *
 * @param currency of payments
 * @param now milliseconds since 1970
 * @param callsPerSecond limit set in the credential, 0 without one
 */
export const settingChecks = (
	currency: string,
	now: number,
	callsPerSecond = 0,
): SettingCheck[] => [
	planLimits(callsPerSecond),
	lockedOrders,
	pricelistRules(currency),
	currencyRates,
	warehouses,
	deliverySteps,
	dropShipping,
	reservationMethod,
	negativeStock,
	productsOfSkus,
	apiKeyEnd(now),
];

/** Reports what each setting means for orders; changes nothing. Settings that this Odoo does not have are left out. */
export async function checkSettings(
	odoo: OdooClient,
	checks: SettingCheck[],
): Promise<StepReport[]> {
	const reports: StepReport[] = [];
	for (const { name: step, purpose, check } of checks) {
		try {
			const result = await check(odoo);
			if (result) reports.push({ step, purpose, status: result[0], message: result[1] });
		} catch (error) {
			// A lost connection says nothing about the setting.
			if (!(error instanceof IntegrationError) || error.retryable) throw error;
			const status = error.code === 'ODOO_ACCESS_DENIED' ? 'no_right' : 'failed';
			reports.push({ step, purpose, status, message: `${error.message} ${error.nextStep}` });
		}
	}
	return reports;
}
