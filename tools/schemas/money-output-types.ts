import type { Difference } from '../../lib/reconciliation/difference';
import type { daysToCompare } from '../../lib/reconciliation/days-to-compare';
import type { ordersToQuery } from '../../lib/reconciliation/odoo/orders-to-query';
import type { openReport } from '../../lib/reconciliation/open-report';
import type { CampaignSummary } from '../../lib/settlement/campaign-summary';
import type { DraftEntry } from '../../lib/settlement/odoo/create-draft-entries';
import type { readMargins } from '../../lib/settlement/odoo/read-margins';
import type { MissingRate } from '../../lib/settlement/odoo/read-missing-rates';
import type { ReceivedPayout } from '../../lib/settlement/odoo/record-receipts';
import type { RecordedRow } from '../../lib/settlement/odoo/record-entries';
import type { writeRates } from '../../lib/settlement/odoo/write-rates';
import type { openItems } from '../../lib/settlement/open-items';
import type { Each } from './function-results';

export interface MoneyOutputs {
	'OdooSettlement/reconciliation/compareBill': Difference;
	'OdooSettlement/reconciliation/getDaysToCompare': Each<typeof daysToCompare>;
	'OdooSettlement/reconciliation/getOrdersToQuery': Each<typeof ordersToQuery>;
	'OdooSettlement/reconciliation/getReport': ReturnType<typeof openReport>;
	'OdooSettlement/settlement/createDraftEntries': { odoo: { entries: DraftEntry[] } };
	'OdooSettlement/settlement/createReport': {
		from: string;
		until: string;
		payouts: number;
		skus: number;
		orders_without_margin: number;
		open_items: number;
		html: string;
	};
	'OdooSettlement/settlement/getCampaignResults': CampaignSummary;
	'OdooSettlement/settlement/getMargins': Awaited<
		ReturnType<typeof readMargins>
	>['margins'][number];
	'OdooSettlement/settlement/getMissingRates': MissingRate;
	'OdooSettlement/settlement/getOpenItems': Each<typeof openItems>;
	'OdooSettlement/settlement/getRemittanceRegister': Omit<ReceivedPayout, 'received'>;
	'OdooSettlement/settlement/recordAcquirerPayout': { payout_id: string; settlement: RecordedRow };
	'OdooSettlement/settlement/recordReceipts': ReceivedPayout;
	'OdooSettlement/settlement/recordStatement': { settlement: RecordedRow };
	'OdooSettlement/settlement/writeRates': Each<typeof writeRates>;
}
