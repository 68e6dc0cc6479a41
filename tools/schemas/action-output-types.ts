import type { JsonObject } from '../../lib/core/json';
import type { RecipientItem } from '../../lib/orders/model/order-details';
import type { openRequests } from '../../lib/refund-requests/open-requests';
import type { prepareRefund } from '../../lib/refund-requests/prepare-refund';
import type { updateRequest } from '../../lib/refund-requests/update-request';
import type { exportRow } from '../../lib/settlement/export-register';
import type { recordShopFlows } from '../../lib/settlement/odoo/record-shop-flows';
import type { getStock } from '../../lib/shop-backend/get-stock';
import type { SentStatus } from '../../lib/shop-backend/send-stock';
import type { auditTable } from '../../lib/sku-map/audit';
import type { Carrier } from '../../lib/wechat-api/shipping/carriers';
import type { declareToCustoms } from '../../lib/wechat-pay/customs/declare';
import type { verifyIdentity } from '../../lib/wechat-pay/customs/verify-identity';
import type { orderFunds } from '../../lib/wechat-shop/funds/order-funds';
import type { ParcelOutcome } from '../../lib/wechat-shop/shipping/send-parcel';
import type { Call, Each, Result } from './function-results';

type Prepared = Result<typeof prepareRefund>;
type Customs = { customs: Result<typeof declareToCustoms> };
type ValueOf<F extends Call> = Result<F> extends Map<string, infer Value> ? Value : never;

/** The items of operations that do something at WeChat, in the shop or with the SKU table. */
export interface ActionOutputs {
	'WechatPay/customsDeclaration/declare': Customs;
	'WechatPay/customsDeclaration/get': Customs;
	'WechatPay/customsDeclaration/redeclare': Customs;
	'WechatPay/customsDeclaration/verifyIdentity': Result<typeof verifyIdentity>;
	'WechatPay/order/close': { out_trade_no: string; trade_state: string };
	'OdooSale/refund/getOpenRequests': Each<typeof openRequests>;
	'OdooSale/refund/prepare': Prepared['payment'] & {
		out_refund_no: string;
		odoo: Prepared['prepared'];
	};
	'OdooSale/refund/update': { odoo: Result<typeof updateRequest> };
	'OdooSettlement/settlement/getExportRegister': ReturnType<typeof exportRow>;
	'OdooSettlement/settlement/recordShopFunds': {
		settlement: NonNullable<Each<typeof recordShopFlows>>;
	};
	'ShopBackend/request/verify': { request: { id: string; type: string } };
	'SkuMap/table/audit': Each<typeof auditTable>;
	'SkuMap/table/import': {
		import: { row: number; sku: string; status: string; message: string; dry_run: boolean };
	};
	'WechatOrderStatus/message/send': {
		message: { status: string; msgid?: string; data?: JsonObject };
	};
	'WechatShop/order/decode': {
		recipient: RecipientItem;
		decode: { status: string; decoded_today: number };
	};
	'WechatShop/order/getFunds': {
		funds: (ReturnType<typeof orderFunds> & { flow: JsonObject }) | null;
	};
	'WechatShop/order/setNote': { merchant_note: string };
	'WechatShop/shipment/changeWaybill': {
		shipping: { status: string; waybill_id: string; delivery_id: string };
	};
	'WechatShop/shipment/deliver': { shipping: ParcelOutcome };
	'WechatShop/shipment/getCarriers': Carrier;
	'WechatStock/backendStock/get': { stock: ValueOf<typeof getStock> & { status: string } };
	'WechatStock/backendStock/send': {
		stock: {
			sku: string;
			quantity: number;
			version: number;
			as_of: string;
			status: SentStatus | 'would_send';
		};
	};
}
