import { customsHoldSteps } from '../customs/hold-steps';
import { manualModelSteps } from '../odoo/schema/manual-model-steps';
import type { SetupStep } from '../odoo/schema/setup-step';
import { OPEN_LIST_MODEL } from '../reconciliation/odoo/open-list-model';
import { LEDGER_MODEL } from '../settlement/odoo/ledger-model';
import { SKU_MODEL } from '../sku-map/odoo/sku-model';
import { currencyStep, pricelistStep } from './currency-steps';
import { customsFieldSteps, moneyFieldSteps, orderFieldSteps } from './order-field-steps';
import { orderFilterSteps } from './order-filter-steps';
import { refundTagStep } from './refund-tag-step';
import { utmSourceStep } from './utm-source-step';

export interface SetUpOptions {
	/** ISO 4217: of payments first; further ones are of settlements and of the bank. */
	currencies: string[];
	/** Short names of warehouses whose deliveries are held until customs has the payment. */
	customsWarehouses?: string[];
	/** Whether removing deletes our tables with all of their records. */
	deleteRecords?: boolean;
}

/** All steps, each after those that it needs. */
export const setUpSteps = ({
	currencies,
	deleteRecords = false,
	customsWarehouses = [],
}: SetUpOptions): SetupStep[] => [
	...currencies.map(currencyStep),
	...currencies.slice(0, 1).map(pricelistStep),
	utmSourceStep,
	refundTagStep,
	...orderFieldSteps,
	...moneyFieldSteps,
	...manualModelSteps(LEDGER_MODEL, { deleteRecords }),
	...manualModelSteps(OPEN_LIST_MODEL, { deleteRecords }),
	...manualModelSteps(SKU_MODEL, { deleteRecords }),
	...(customsWarehouses.length > 0 ? customsFieldSteps : []),
	...customsHoldSteps(customsWarehouses),
	...orderFilterSteps,
];
